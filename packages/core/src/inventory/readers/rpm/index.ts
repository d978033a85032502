/**
 * What rpm prints of installed packages.
 *
 * Main entries: `rpmInfo` for the blocks of `rpm -qai`, and `rpmList` for the lines of `rpm -qa`
 * and of the query format in docs. The vendor is who built and signed a package and is read; the
 * packager is not.
 */
export { rpmInfo } from './rpm-info.ts';
export { rpmList } from './rpm-list.ts';
