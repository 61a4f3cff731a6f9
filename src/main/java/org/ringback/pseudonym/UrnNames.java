package org.ringback.pseudonym;

import java.util.Set;

/** URNs (RFC 8141): registered names are given to nobody, all others are. */
final class UrnNames {

    private static final Set<String> SPACES = Lists.of("""
        service alert ietf urn-7 3gpp schemas xmpp oma oasis ogc uuid gsma nena oid esn isbn
        """);

    private static final Set<String> NAMES = Lists.of("""
        sos ambulance fire gas marine mountain physician poison police counseling children mental-health social-services
        animal-control country-specific test service responder psap esrp alert source internal external friend family priority
        duration long short delay none yes country locale tone call-waiting forward recall auto-callback hold-recall transfer
        crisis params xml ns rtp-hdrext sdes ssrc-audio-level csrc-audio-level toffset mid rid repaired-rtp-stream-id smpte-tc
        encrypt pidf data-model rpid geopriv10 geopriv-location civicloc basicpolicy dialog-info reginfo conference-info
        conf-info watcherinfo resource-lists rlmi cpim recording media_control load-control simple-filter xcap-diff
        im-iscomposing common-policy pres-rules extensions timed-status cipid caps diff lis 3gpp-service ims icsi mmtel iari
        gpp-service gpp-application oma cpm msg largemsg session filetransfer rcse im rcs ft fthttp geopush joyn mcptt mcvideo
        mcdata vs is sh dp ftthumb ftstandfw sp mnc000 imei urn service-agent schemas-upnp-org schemas-microsoft-com rcs.im
        3gpp-service.ims.icsi.mmtel 3gpp-application.ims.iari.rcse.im 3gpp-service.ims.icsi.mcptt ecrit sub config
        identity gml def crs epsg ogc xbl callcompletion service-type emergencycalldata providerinfo serviceinfo deviceinfo
        subscriberinfo comment ecall nena uid callid incidentid
        """);

    private static final int LONGEST_NUMBER = 4;

    private final Pseudonyms pseudonyms;
    private final Names names;

    UrnNames(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        this.names = new Names(pseudonyms);
    }

    /** What stands behind {@code urn:}. */
    String of(String rest) {
        int colon = rest.indexOf(':');
        String space = colon < 0 ? rest : rest.substring(0, colon);
        String written = names.of(space, SPACES);
        if (colon < 0) {
            return written;
        }
        String name = rest.substring(colon + 1);
        return written + ":"
                + (given(space) ? given(name, name.indexOf(';')) : Cuts.each(name, ":.;?#/=%&", this::registered));
    }

    private String given(String name, int end) {
        String bare = end < 0 ? name : name.substring(0, end);
        int kind = bare.startsWith("imei:") || bare.startsWith("meid:") ? 5 : 0;
        String behind = end < 0 ? "" : Cuts.each(name.substring(end), ";=", this::registered);
        return bare.substring(0, kind) + pseudonyms.identifier(bare.substring(kind)) + behind;
    }

    /** Whether each of its names is somebody's. */
    private static boolean given(String space) {
        return !SPACES.contains(space) || space.equals("uuid") || space.equals("gsma") || space.equals("esn");
    }

    private String registered(String word) {
        return Tokens.small(word, LONGEST_NUMBER) ? word : names.of(word, NAMES);
    }
}
