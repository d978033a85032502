#!/usr/bin/env node
// The command of the package. npm links a command only when its file exists while installing,
// which is before anything is built; so this file is kept and the bundle beside it is built.
import '../dist/interdict.mjs';
