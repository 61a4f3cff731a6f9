package org.ringback.pseudonym;

import java.util.Set;

/** Names and values of the XML that SIP carries, in lower case: state of presence, dialogs, conferences and registrations. */
final class XmlWords {

    /** Elements, attributes and prefixes. */
    static final Set<String> NAMES = Lists.of("""
        xml xmlns xsi xsd schemalocation version encoding standalone lang id presence tuple status basic contact note timestamp
        dm rpid rp pp person device deviceid activities activity mood place-is place-type privacy relationship service-class
        sphere status-icon time-offset user-input class caps cs cipid ci card homepage icon map sound display-name
        geopriv location-info usage-rules retransmission-allowed retention-expiry method provided-by gp gml gs cl ca
        point pos circle radius polygon exterior linearring poslist ellipse arcband prism coordinates srsname uom srsdimension
        latitude longitude lat lon x y altitude civicaddress country a1 a2 a3 a4 a5 a6 prd pod sts hno hns lmk loc nam pc bld
        unit flr room plc pcn pobox addcode seat rd rdsec rdbr rdsubbr prm pom
        dialog-info dialog state local remote identity target param pname pval display duration replaces referred-by route-set
        hop call-id local-tag remote-tag direction entity event code reason exclusive sa appearance joined-dialog cseq
        reginfo registration aor unknown-param uri gr pub-gruu temp-gruu first-cseq duration-registered expires retry-after q
        callid received path unregistered
        conference-info conference-description conference-state host-info users user endpoint subject free-text keywords conf-uris
        service-uris maximum-user-count available-media user-count active locked roles entry display-text media type label
        src-id joining-method joining-info disconnection-method disconnection-info when by referred call-info sip from-tag to-tag
        associated-aors languages cascaded-focus sidebars-by-ref sidebars-by-val purpose modified count from to
        watcherinfo watcher-list watcher package resource expiration duration-subscribed
        resource-lists list external entry-ref rlmi resource instance cid fullstate name
        rs-metadata recording datamode session participant stream participantsessionassoc participantstreamassoc
        sessionrecordingassoc participant_id session_id stream_id associate-time disassociate-time send recv nameid group
        group-ref sipsessionid start-time stop-time recording_id recording-id mode
        media_control vc_primitive to_encoder picture_fast_update general_error stream_id
        ims-3gpp alternative-service action emergency
        iscomposing lastactive contenttype refresh im
        simservs message-summary voice-message
        ext extension address phone number
        csta monitorstart agentloggedon agentloggedoff
        """);

    /** Values that say a state, a direction or a kind. */
    static final Set<String> VALUES = Lists.of("""
        open closed active inactive terminated confirmed early trying proceeding full partial deleted pending waiting
        connected disconnected on-hold muted-via-focus alerting dialing-in dialing-out present booted departed failed
        dialed-in dialed-out focus-owner initiator recipient local remote true false yes no none other unknown
        cancelled canceled rejected replaced local-bye remote-bye error timeout cancelled registered created refreshed
        shortened expired deactivated probation unregistered init subscribe approved deactivated giveup noresource
        away busy meal meeting on-the-phone vacation holiday steering travel working available appointment breakfast dinner
        in-transit looking-for-work permanent-absence playing performance presentation shopping sleeping spectator tv
        audio video text message application sendrecv sendonly recvonly idle participant
        utf-8 utf8 us-ascii iso-8859-1 allowed forbidden private public home work manual gps cell dhcp wifi 802.11
        1.0 1.1
        """);

    /** Elements and attributes with numbers of up to 32 bits: seconds and counters. */
    static final Set<String> COUNTED = Lists.of("""
        version expires count user-count maximum-user-count retry-after duration duration-registered duration-subscribed
        expiration cseq first-cseq
        """);

    /** Elements and attributes with small numbers: a longer one is somebody's. */
    static final Set<String> RANKED = Set.of("priority", "q", "code", "port", "srsdimension");

    static final Set<String> IDENTIFIERS = Lists.of("""
        id call-id local-tag remote-tag callid gruu tag uuid cid entity-id instance-id from-tag to-tag tuple deviceid
        participant_id session_id stream_id recording_id sipsessionid src-id label pub-gruu temp-gruu instance ref
        """);

    static final Set<String> ADDRESSES = Lists.of("""
        entity uri target aor contact href from to conf-uris identity sip referred-by xmlns schemalocation srsname source
        """);

    private XmlWords() {}
}
