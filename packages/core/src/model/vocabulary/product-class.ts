import type { Word } from './word.ts';

/** Kinds of product, version 1. Rules speak of these, never of product names. */
export const PRODUCT_CLASSES = {
  'endpoint-protection': { meaning: 'Anti-virus or endpoint security software.' },
  'engine-sdk': { meaning: 'Scan engine or security library for building into products.' },
  'gateway-security': { meaning: 'Mail, web, storage or network security software.' },
  'detection-response': { meaning: 'Detection and response, SIEM or sandbox product.' },
  'industrial-security': { meaning: 'Security software for industrial control systems.' },
  'management-agent': { meaning: 'Management server or agent of a security product.' },
  'managed-security-service': { meaning: 'Security service run by a provider.' },
  'removal-tool': { meaning: 'Tool of the maker that uninstalls its products.' },
  vpn: { meaning: 'Virtual private network client or service.' },
  'password-manager': { meaning: 'Password manager.' },
  'parental-control': { meaning: 'Parental control software.' },
  'caller-id': { meaning: 'Call identification app or library.' },
  'browser-extension': { meaning: 'Extension that runs inside a browser.' },
  'operating-system': { meaning: 'Operating system or thin-client system.' },
  'threat-intelligence': { meaning: 'Threat reports, look-ups and feeds, as information.' },
  training: { meaning: 'Training or awareness course.' },
  consulting: { meaning: 'Consulting or advisory service.' },
  'developer-library': { meaning: 'Library or tool for developers, without a security function.' },
  'developer-sdk': { meaning: 'Client library of a cloud or app platform.' },
  'cloud-service': { meaning: 'Hosted computing, storage or platform service.' },
  'backup-software': { meaning: 'Backup and recovery software.' },
  'remote-access': { meaning: 'Remote access or support software.' },
  'messaging-app': { meaning: 'Messaging or social media app.' },
  'ai-service': { meaning: 'Artificial intelligence app, model or service.' },
  'device-driver': { meaning: 'Kernel driver or firmware shipped with a device.' },
  'anti-cheat': { meaning: 'Anti-cheat component of games.' },
  camera: { meaning: 'Video surveillance camera.' },
  'video-recorder': { meaning: 'Video recorder or its management software.' },
  router: { meaning: 'Router, switch, access point or gateway.' },
  'telecom-equipment': { meaning: 'Other telecommunications equipment.' },
  'modem-module': { meaning: 'Cellular module inside a device.' },
  radio: { meaning: 'Two-way radio.' },
  drone: { meaning: 'Uncrewed aircraft or its parts.' },
  vehicle: { meaning: 'Road vehicle.' },
  'vehicle-connectivity': { meaning: 'Unit that connects a road vehicle to the outside.' },
  'telecom-service': { meaning: 'Telecommunications service.' },
  'security-appliance': { meaning: 'Firewall, gateway or other security device.' },
  computer: { meaning: 'Computer, server or storage.' },
  other: { meaning: 'None of these.' },
} as const satisfies Readonly<Record<string, Word>>;

export type ProductClass = keyof typeof PRODUCT_CLASSES;

export function isProductClass(word: string): word is ProductClass {
  return Object.hasOwn(PRODUCT_CLASSES, word);
}
