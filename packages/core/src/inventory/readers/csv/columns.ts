/**
 * Headings of tables, as tools and people write them. Case, spaces and signs do not count:
 * `Display Name`, `display_name` and `DisplayName` are one heading.
 *
 * A column of `ignored` is known and holds nothing that is read, so it is not worth a note.
 */

/** Headings for each column of one kind of table. */
export type ColumnTable = Readonly<Record<string, string>>;

/** Installed software: exports of Intune, Defender, Fleet, consoles and spreadsheets. */
export const SOFTWARE_COLUMNS: ColumnTable = {
  host:
    'Host | Host Name | Hostname | Computer | Computer Name | Device | Device Name | Machine | ' +
    'Machine Name | Endpoint | Endpoint Name | Asset | Asset Name | Server | Server Name | ' +
    'Workstation | PC | PC Name | NetBIOS Name | FQDN | DNS Name | Host Display Name | ' +
    'Rechner | Rechnername | Computername | Gerät | Gerätename | Ordinateur | Poste | ' +
    "Nom de l'ordinateur | Nom de l'appareil | Equipo | Nombre del equipo | Dispositivo",
  name:
    'Name | Application | Application Name | App | App Name | Software | Software Name | ' +
    'Display Name | Product | Product Name | Program | Program Name | Package Name | Title | ' +
    'Software Title | Installed Software | Anwendung | Anwendungsname | Programm | ' +
    'Programmname | Softwarename | Anzeigename | Produkt | Produktname | Logiciel | ' +
    'Nom du logiciel | Nom | Programme | Aplicación | Nombre | Programa | Nombre del software',
  version:
    'Version | Application Version | App Version | Software Version | Product Version | ' +
    'Display Version | Installed Version | Bundle Short Version | Versión',
  publisher:
    'Publisher | Application Publisher | Vendor | Vendor Name | Software Vendor | ' +
    'Application Vendor | Company | Developer | Herausgeber | Anbieter | Éditeur | Editor',
  manufacturer: 'Manufacturer | Maker | Hersteller | Fabricant | Fabricante',
  supplier: 'Supplier | Lieferant | Fournisseur | Proveedor',
  path:
    'Path | Install Location | Installation Path | Install Path | Install Directory | ' +
    'Application Installation Path | Installed Path | Installed Paths | Location | ' +
    'Installationspfad | Installationsort',
  exe: 'Executable | Executable Name | Exe | Process | Process Name | File Name | Filename',
  sha256: 'SHA256 | File SHA256 | Hash SHA256 | Executable SHA256 | File Hash SHA256',
  bundleId: 'Bundle Id | Bundle Identifier | CFBundleIdentifier',
  androidId: 'Android Package | Android Package Name | Android Id',
  extensionId: 'Extension Id | Extension Identifier | Addon Id',
  applicationId: 'Application Id | App Id',
  wingetId: 'Package Identifier | Winget Id',
  packageName: 'Deb Package | RPM Package | Linux Package',
  productCode: 'Product Code | Identifying Number | MSI Product Code | Uninstall Key',
  upgradeCode: 'Upgrade Code',
  teamId: 'Team Id | Team Identifier',
  signer: 'Signer | Signed By | Code Signer | Signature Subject | Signer Name',
  service: 'Service Name | Windows Service',
  driver: 'Driver | Driver File | Driver Name',
  purl: 'purl | Package URL',
  cpe: 'CPE | CPE Name | Product Code CPE',
  source: 'Source | Software Source',
  status: 'Install Status | Installation Status | Install State | Installationsstatus',
  ignored:
    'Application Key | Device Id | Device Count | Platform | OS | OS Version | OS Platform | ' +
    'OS Architecture | User | User Name | User Principal Name | Email Address | Serial | ' +
    'Serial Number | Install Date | Installed On | Install Source | Uninstall String | ' +
    'Last Seen | Last Used | Last Opened At | First Seen | Size | Estimated Size | ' +
    'Architecture | Arch | Language | Id | Host Id | Hosts Count | Count | Notes | Comment | ' +
    'Comments | Description | IP | IP Address | MAC | Department | Owner | Site | Group | ' +
    'License | License Key | End Of Support Date | End Of Support Status | ' +
    'Number Of Weaknesses | Release | Browser | Extension For | Generated CPE | ' +
    'Vulnerabilities | Provider Name | Scope | Channel',
};

/** Suppliers, customers and other parties. */
export const PARTY_COLUMNS: ColumnTable = {
  id:
    'Supplier No | Supplier Number | Supplier Id | Vendor No | Vendor Number | Vendor Id | ' +
    'Customer No | Customer Number | Customer Id | Party Id | Id | Number | No | Account | ' +
    'Account Number | Lieferantennummer | Kundennummer | Numéro de fournisseur',
  name:
    'Name | Supplier | Supplier Name | Vendor | Vendor Name | Company | Company Name | ' +
    'Customer | Customer Name | Party | Party Name | Legal Name | Organization | ' +
    'Organization Name | Business Name | Firma | Firmenname | Lieferant | Lieferantenname | ' +
    'Kunde | Fournisseur | Nom du fournisseur | Raison sociale | Proveedor | Razón social',
  firstName: 'First Name | Given Name | Vorname | Prénom',
  lastName: 'Last Name | Surname | Family Name | Nachname',
  alias:
    'Alias | Aliases | Doing Business As | DBA | Also Known As | AKA | Trade Name | ' +
    'Trading Name | Other Names | Former Name | Short Name',
  country:
    'Country | Country Code | Country Of Incorporation | Country Of Registration | Land | ' +
    'Pays | País',
  jurisdiction: 'Jurisdiction',
  street: 'Street | Address | Address 1 | Address Line 1 | Street Address | Straße | Adresse',
  street2: 'Address 2 | Address Line 2',
  city: 'City | Town | Ort | Stadt | Ville | Ciudad',
  state: 'State | Province | Region | State Province | Bundesland',
  postalCode: 'Zip | Zip Code | Postal Code | Postcode | PLZ | Code postal',
  taxNumber: 'Tax Id | Tax Number | TIN | EIN | Steuernummer',
  vatCode: 'VAT | VAT Number | VAT Id | USt-IdNr | NIF',
  registrationNumber:
    'Registration Number | Company Number | Business Registration Number | ' +
    'Handelsregister | SIREN | SIRET',
  leiCode: 'LEI | LEI Code',
  dunsCode: 'DUNS | DUNS Number | D-U-N-S',
  uniqueEntityId: 'UEI | SAM UEI | Unique Entity Id',
  cageCode: 'CAGE | CAGE Code',
  website: 'Website | Web Site | Homepage | URL',
  email: 'Email | E-Mail | Email Address',
  phone: 'Phone | Telephone | Phone Number | Telefon',
  birthDate: 'Birth Date | Date Of Birth | DOB',
  nationality: 'Nationality | Citizenship',
  imoNumber: 'IMO | IMO Number',
  schema: 'Type | Party Type | Entity Type | Schema | Supplier Type',
  ignored:
    'Contact | Contact Name | Contact Person | Supplier Since | Customer Since | Since | ' +
    'Status | ' +
    'Category | Notes | Comment | Comments | Payment Terms | Currency | Account Manager | ' +
    'Created | Updated | Active | Spend | Annual Spend',
};

/** Orders, payments and sales. */
export const ORDER_COLUMNS: ColumnTable = {
  purchaseId:
    'PO | PO Number | PO No | PO Id | Purchase Order | Purchase Order Number | ' +
    'Purchase Order No | ' +
    'Requisition | Requisition Number | Numéro de bon de commande | Orden de compra',
  salesId: 'Sales Order | Sales Order Number | Sales Order No | SO Number',
  id:
    'Order | Order Id | Order Number | Order No | Invoice | Invoice Number | Invoice No | ' +
    'Transaction Id | Transaction Number | Reference | Id | Bestellnummer | Bestell-Nr | ' +
    'Auftragsnummer | Rechnungsnummer | Numéro de commande | Número de pedido',
  contract: 'Contract | Contract Number | Contract No | Agreement Number | Vertragsnummer',
  activity: 'Activity | Act | Aktivität',
  orderType:
    'Order Type | Type | Transaction Type | PO Type | Purchase Type | Sales Type | Line Type | ' +
    'Bestellart | Auftragsart | Type de commande | Tipo de pedido',
  date:
    'Date | Order Date | PO Date | Purchase Date | Invoice Date | Transaction Date | Sale Date | ' +
    'Payment Date | Datum | Bestelldatum | Auftragsdatum | Rechnungsdatum | ' +
    'Date de commande | Fecha | Fecha de pedido',
  supplier:
    'Supplier | Supplier Name | Vendor | Vendor Name | Seller | Payee | Lieferant | ' +
    'Lieferantenname | Fournisseur | Proveedor',
  supplierCountry: 'Supplier Country | Vendor Country | Seller Country | Lieferantenland',
  supplierState: 'Supplier State | Vendor State',
  supplierClasses: 'Supplier Classes | Vendor Classes',
  supplierOwner: 'Supplier Owner | Vendor Owner | Owned By | Owner',
  supplierOwnerPercent:
    'Supplier Owner Percent | Owner Percent | Ownership Percent | Owned Percent | Ownership',
  customer: 'Customer | Customer Name | Buyer | Client | Sold To | Kunde | Cliente',
  customerCountry: 'Customer Country | Buyer Country | Client Country | Kundenland',
  customerState: 'Customer State | Buyer State',
  customerClasses: 'Customer Classes | Customer Class | Customer Type',
  counterparty: 'Counterparty | Counterparty Name',
  country: 'Country | Counterparty Country | Land | Pays | País',
  state: 'Counterparty State',
  product:
    'Product | Product Name | Item | Item Name | Item Description | Article | Description | ' +
    'Software | Produkt | Artikel | Produit | Désignation | Producto',
  version: 'Version | Product Version',
  maker: 'Maker | Manufacturer | Brand | Publisher | Hersteller | Fabricant | Fabricante',
  function: 'Function | Product Class | Product Function',
  embeds: 'Embeds | Contains | Embedded',
  purl: 'purl | Package URL',
  cpe: 'CPE | CPE Name',
  funding: 'Funding | Funding Source | Fund | Fund Name | Mittelherkunft',
  ignored:
    'Quantity | Qty | Amount | Price | Unit Price | Total | Currency | Menge | Betrag | Preis | ' +
    'Ship To | Bill To | Department | Requester | Requested By | Approved By | Buyer Name | ' +
    'Line | Line Number | Account | Account Code | GL Code | Status | Notes | Comment | ' +
    'Comments | SKU | Part Number | Term | Start Date | End Date | Due Date | Payment Terms | ' +
    'Category | Supplier No | Supplier Number | Supplier Id | Vendor Id | Vendor Number | ' +
    'Customer No | Customer Id | Customer Number',
};

/** A heading without case, spaces and signs. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** For each heading of a table, the column it is. */
export function columnsByHeading(table: ColumnTable): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const [column, headings] of Object.entries(table)) {
    for (const heading of headings.split('|')) columns.set(headingKey(heading), column);
  }
  return columns;
}
