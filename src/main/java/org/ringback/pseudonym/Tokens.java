package org.ringback.pseudonym;

import java.util.Set;

/** Words of the grammar itself, all registered or written in a standard, in lower case. They mean nobody and stay. */
final class Tokens {

    private static final Set<String> METHODS = Lists.of("""
        ack bye cancel info invite message notify options prack publish refer register subscribe update
        service benotify negotiate
        """);

    private static final Set<String> VALUES = Lists.of("""
        100rel 199 answermode early-session eventlist explicitsub from-change geolocation-http geolocation-sip gin gruu
        histinfo ice join multiple-refer norefersub nosub outbound path policy precondition pref privacy recipient-list-invite
        recipient-list-message recipient-list-subscribe record-aware replaces resource-priority sdp-anat sec-agree siprec
        tdialog timer trickle-ice uui callerid replaces ms-early-media ms-safe-transfer ms-forking x-cisco-srtp-fallback
        conference conference-info consent-pending-additions dialog kpml line-seize load-control message-summary poc-settings
        presence reg refer spirits-indps spirits-user-prof tdialog ua-profile vq-rtcpxr xcap-diff winfo call-completion
        addr-check policy-contact certificate credential http-monitor cmc-dialog as-feature-event hold talk check-sync
        ua-profile calling-name call-info dialog.winfo presence.winfo buddylist vnd-microsoft-provisioning
        application audio video text image message multipart model font example
        sdp pidf+xml pidf-diff+xml rlmi+xml watcherinfo+xml simple-filter+xml simple-message-summary dialog-info+xml
        conference-info+xml reginfo+xml resource-lists+xml rs-metadata+xml rs-metadata media_control+xml media_control
        dtmf-relay dtmf isup qsig sipfrag sip http cpim cpl+xml load-control+xml kpml-request+xml kpml-response+xml
        xcap-diff+xml xcap-el+xml vq-rtcpxr csta+xml broadsoft+xml x-broadworks-call-center+xml 3gpp-ims+xml
        vnd.3gpp.sms vnd.3gpp.ussd+xml vnd.3gpp.ussd vnd.3gpp.mcptt-info+xml vnd.etsi.mcid+xml vnd.etsi.cug+xml vnd.etsi.sci+xml
        vnd.etsi.aoc+xml vnd.etsi.pstn+xml vnd.nortelnetworks.digits vnd.oma.im.disposition-notification+xml im-iscomposing+xml
        adaptive+xml soap+xml xml json pkcs7-mime pkcs7-signature octet-stream x-www-form-urlencoded plain html jpeg png gif
        mixed alternative related signed encrypted parallel digest external-body wav basic
        x-hardphone-basic x-as-feature-event+xml load-control+xml inband-dtmf
        session render icon alert card info by-reference recipient-list recipient-list-history aib early-session signal
        attachment inline form-data 3gpp-alternative-service required optional external-transport
        identity gzip deflate compress base64 binary 7bit 8bit quoted-printable utf-8 us-ascii iso-8859-1
        emergency urgent normal non-urgent header user none critical id history uuid
        proxy redirect fork no-fork no-cancel cancel recurse no-recurse parallel sequential queue no-queue
        active pending terminated waiting deactivated probation rejected timeout giveup noresource invariant
        dsn drsn q735 ets wps esnet mcpttp mcpttq routine flash flash-override
        sendrecv sendonly recvonly inactive gated supported
        auto manual require
        udp tcp tls sctp tls-sctp ws wss dtls udp4 sip sips sip/2.0 2.0
        phone ip dialstring phone-mobile hmac-sha-1-96 hmac-md5-96 hmac-sha-1 des-ede3-cbc aes-cbc null trans tun esp ah
        ipsec-3gpp ipsec-ike ipsec-man digest tls
        md5 md5-sess sha sha-1 sha-224 sha-256 sha-256-sess sha-384 sha-512 sha-512-256 sha-512-256-sess akav1-md5 akav2-md5
        akav1-sha-256 auth auth-int true false yes no on off full uac uas hs256 es256 es384 rs256 passport shaken div rcd rph
        tn-validation-passed tn-validation-failed no-tn-validation
        called calling sescase orig term orig-cdiv term-cdiv registered unregistered notreg regd unreg
        unconditional user-busy no-answer unavailable unknown do-not-disturb deflection time-of-day follow-me out-of-service
        away no-reply mobile-not-reachable cfu cfb cfnr cdi cda
        full name uri off remote-party subscriber termination passer calling-party
        3gpp-geran 3gpp-utran-fdd 3gpp-utran-tdd 3gpp-e-utran-fdd 3gpp-e-utran-tdd 3gpp-nr-fdd 3gpp-nr-tdd 3gpp-e-utran
        3gpp-nr 3gpp-e-utran-prose-unr ieee-802.11 ieee-802.11a ieee-802.11b ieee-802.11g ieee-802.11n ieee-802.11ac
        ieee-802.3 ieee-802.3a ieee-802.3e ieee-802.3i ieee-802.3j ieee-802.3u ieee-802.3ab ieee-802.3ae adsl adsl2 adsl2+
        radsl sdsl hdsl hdsl2 g.shdsl vdsl idsl gstn docsis dsl ethernet gpon xgpon1 dvb-rcs2
        hex isdn-uui isdn-interwork isdn-network purpose icon info card jcp list-management ccmp wss-control
        q.850 preemption 3gpp 3gpp2 stir emm esm s1ap-rnl s1ap-tr s1ap-nas diameter ikev2 release_cause fault
        mtc-id pbxid from to via replaces in-dialog
        none comp sigcomp 3pcc tdm bus msrp hardphone
        * - 0 1
        """);

    private static final Set<String> LANGUAGES = Lists.of("""
        aa af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky
        lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh zu i
        """);

    private static final int LONGEST_WITH_DOTS = 5;
    private static final int MOST_DOTS = 2;

    private Tokens() {}

    static boolean method(String lower) {
        return METHODS.contains(lower);
    }

    /** Whether it is a method, an option, an event, a type or another value that the grammar knows. */
    static boolean known(String lower) {
        return VALUES.contains(lower) || METHODS.contains(lower) || LANGUAGES.contains(lower);
    }

    /**
     * Digits, and dots between them: a version, a priority, a count. Longer ones may be anybody's; with dots they may be a
     * place on earth or an address.
     */
    static boolean small(String text, int most) {
        int digits = 0;
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean dot = c == '.' && i > 0 && text.charAt(i - 1) != '.';
            if (!digit && !dot) {
                return false;
            }
            digits += digit ? 1 : 0;
            dots += dot ? 1 : 0;
        }
        return digits > 0 && digits <= (dots == 0 ? most : Math.min(most, LONGEST_WITH_DOTS)) && dots <= MOST_DOTS;
    }
}
