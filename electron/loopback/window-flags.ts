/** What a browser window of the desk is started with. */
export type WindowPlan = {
  readonly address: string;
  readonly profile: string;
  /** Port of the host, which is the browser's only proxy. */
  readonly port: number;
  /** Chromium refuses to run as root inside its sandbox; nobody else may do without. */
  readonly isRoot: boolean;
};

const FEATURES_OFF = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'DialMediaRouteProvider',
  'AutofillServerCommunication',
  'InterestFeedContentSuggestions',
  'CertificateTransparencyComponentUpdater',
];

/** The command line of the browser: a profile of its own, the host as its only way out, nothing that asks by itself. */
export function windowFlags({ address, profile, port, isRoot }: WindowPlan): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    `--proxy-server=http://127.0.0.1:${port}`,
    '--proxy-bypass-list=<-loopback>', // loopback too: else our own name would pass the host by
    '--unlimited-storage',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-quic',
    '--disable-extensions',
    '--disable-crash-reporter',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    `--disable-features=${FEATURES_OFF.join(',')}`,
    '--window-size=1440,900',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}
