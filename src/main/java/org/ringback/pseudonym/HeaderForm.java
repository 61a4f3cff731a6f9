package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the headers hold that are registered or known from many products. */
enum HeaderForm {
    ADDRESSES("""
        From To f t m r b Contact Route Record-Route Path Service-Route P-Asserted-Identity P-Preferred-Identity
        P-Associated-URI P-Called-Party-ID P-Served-User Remote-Party-ID Diversion History-Info Refer-To Referred-By Reply-To
        Alert-Info Call-Info Error-Info Geolocation P-Profile-Key P-User-Database P-Refused-URI-List Request-URI X-Original-To
        CC-Diversion P-DCS-Trace-Party-ID P-DCS-Redirect Message-Account Identity-Info n P-Answer-State Refer-To-Uri
        Permission-Missing Trigger-Consent P-DCS-OSPS Feature-Caps-Uri Geolocation-Uri
        """),
    VIA("Via v"),
    CREDENTIALS("""
        WWW-Authenticate Proxy-Authenticate Authorization Proxy-Authorization Authentication-Info Proxy-Authentication-Info
        """),
    IDENTIFIER("""
        Call-ID i SIP-ETag SIP-If-Match Suppress-If-Match Content-ID Message-ID X-Call-ID X-CID X-CallID X-Original-Call-ID
        X-Orig-Call-ID X-Leg-Call-ID Global-ID Cisco-Guid P-Station-Name X-UUID X-Session-ID Rel-ID X-ID P-OSP-Auth-Token
        P-Media-Authorization
        """),
    /** An identifier with parameters, as in Replaces. */
    IDENTIFIER_PARAMETERS("""
        Replaces Join Target-Dialog Same-Session Session-ID Replacement-For User-to-User
        """),
    IDENTIFIERS("In-Reply-To"),
    WARNING("Warning"),
    SIGNATURE("Identity y"),
    /** What people write to each other. */
    TEXT("Subject s Organization Content-Description Comments Keywords"),
    /** What servers say about a failure. */
    WORDS("""
        X-Asterisk-HangupCause X-Asterisk-HangupCauseCode X-Hangup-Cause SIP-Reason Reason-Phrase
        """),
    SOFTWARE("User-Agent Server"),
    DATE("Date"),
    /** Counts of packets, with the codec. */
    STATISTICS("P-RTP-Stat X-RTP-Stat X-RTP-Stats X-Siemens-RTP-stats RTP-RxStat RTP-TxStat"),
    /** Numbers of the protocol, beside its words. */
    NUMBERS("CSeq Content-Length l Expires Min-Expires Min-SE Session-Expires x RSeq RAck Retry-After Timestamp"
            + " Flow-Timer"),
    /** The same, where a number that is not small counts nothing. */
    COUNTS("""
        Max-Forwards Max-Breadth MIME-Version Content-Type c Voice-Message Fax-Message Pager-Message Multimedia-Message
        Text-Message None Messages-Waiting
        """),
    /** Words of the protocol. */
    TOKENS("""
        Priority P-Charging-Vector Content-Disposition Content-Encoding e Content-Language Content-Transfer-Encoding Allow Allow-Events u Supported k
        Require Proxy-Require Unsupported Accept Accept-Encoding Accept-Language Accept-Contact a Reject-Contact j Event o
        Subscription-State Privacy Request-Disposition d Resource-Priority Accept-Resource-Priority P-Early-Media
        P-Asserted-Service P-Preferred-Service Answer-Mode Priv-Answer-Mode Refer-Sub Recv-Info Info-Package Security-Client
        Security-Server Security-Verify Reason P-Charging-Function-Addresses P-Access-Network-Info P-Visited-Network-ID
        P-DCS-Billing-Info P-DCS-LAES Cellular-Network-Info Geolocation-Routing Geolocation-Error Feature-Caps
        P-Private-Network-Indication Hide Encryption Response-Key Sec-WebSocket-Protocol Restoration-Info Relayed-Charge
        Policy-Contact Policy-ID Alertmode Attestation-Info Origination-Id Additional-Identity Priority-Share
        Priority-Verstat Response-Source Service-Interact-Info UE-Local-IP-Address Resource-Share Refer-Events-At
        """);

    private static final Map<String, HeaderForm> BY_NAME = Stream.of(values())
            .flatMap(form -> Lists.of(form.names).stream().map(name -> Map.entry(name, form)))
            .collect(Collectors.toUnmodifiableMap(entry -> lower(entry.getKey()), Map.Entry::getValue));

    private final String names;

    HeaderForm(String names) {
        this.names = names;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Empty for a header that nobody here knows. */
    static Optional<HeaderForm> of(String name) {
        return Optional.ofNullable(BY_NAME.get(lower(name)));
    }

    /** All names that stay, in lower case. */
    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
