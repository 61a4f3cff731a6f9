package org.ringback.pseudonym;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parameters of headers and URIs hold, of those that are registered or known from many products. */
enum ParameterForm {
    /** Words of the grammar, or small numbers. */
    TOKEN("""
        transport lr user method privacy screen party purpose handling refresher alg ealg ppt comp sigcomp-id ob nat keep
        verstat npdi rn-npdi state early-only id-type protocol mech network network-provided np sescase regstate encoding
        content r2 alias charset version type access-type reason-type action mode prot mod proto algorithm qop stale early
        id-id mobility actor automata class data duplex events extensions isfocus languages priority schemes
        sip.instance application audio video control image message methods description-type ob-type isub-encoding
        delivery answermode privanswermode require explicit user-agent-capability original orig iotl sos m
        +g.3gpp.smsip +g.3gpp.mid-call +g.3gpp.srvcc +g.3gpp.srvcc-alerting +g.3gpp.ics +g.3gpp.accesstype rc mp
        cdr-type encap micalg format answer answer-mode call-type gruu-type presentation notification-type dtmf local-time-zone
        """),
    /** Counts, priorities, codes and ports: a longer number is somebody's. */
    NUMBER("""
        ttl rport q qvalue index counter cause port-c port-s pg answer-after oli isup-oli cpc-id level sdp-ver
        """),
    /** Seconds and other numbers of up to 32 bits (RFC 3261 section 25.1, delta-seconds). */
    INTERVAL("""
        expires duration refresh reg-id min-se retry-after delay timeout limit nc size rate seq min max
        """),
    /** Values that mean nothing beyond the call. */
    IDENTIFIER("""
        tag branch to-tag from-tag local-tag remote-tag ftag icid-value related-icid gr temp-gruu pub-gruu +sip.instance line
        did rinstance callid call-id cid uuid remote logme epid opaque sess vsf vst spi-c spi-s utran-cell-id-3gpp cgi-3gpp
        utran-sai-3gpp i-wlan-node-id dsl-location ext isub tgrp otg dtg boundary id session-id nonce cnonce response
        start cellular-network-info pcv-id loc-id device-id gruu instance-id
        """),
    /** Addresses and names of machines. */
    HOST("""
        received maddr orig-ioi term-ioi transit-ioi icid-generated-at icid-gen-addr ccf ecf ccf-2 ecf-2 trunk-context domain
        host by context hnv1 sbc-domain realm
        """),
    /** Telephone numbers. */
    PHONE("rn cic bcn cpn phone-context called calling charge postd"),
    /** What people may read. */
    WORDS("text reason info cpc"),
    /** Anything. */
    UNKNOWN("operator-specific-gi gstn-location filename name description url display-name site x-site vendor model"
            + " profile-type effective-by document auid");

    private static final Map<String, ParameterForm> BY_NAME = Stream.of(values())
            .flatMap(form -> Lists.of(form.names).stream().map(name -> Map.entry(name, form)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String names;

    ParameterForm(String names) {
        this.names = names;
    }

    /** Empty for a name that nobody here knows; names in lower case. */
    static Optional<ParameterForm> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names that stay. */
    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
