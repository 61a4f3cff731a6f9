package org.ringback.diagnosis.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.network.NetworkEvent;
import org.ringback.network.WebSocketRefused;

/**
 * WebSockets for SIP that were refused by HTTP (RFC 7118, 4; RFC 6455, 4): no message of SIP was sent, so that no call shows
 * it.
 */
final class RefusedWebSockets implements Pattern {

    private static final Kind REFUSED = kind("websocket-refused");
    private static final Kind NOTHING_BEHIND = kind("websocket-server-behind-down");
    private static final Kind NOT_ASKED = kind("websocket-sip-not-asked");
    private static final Kind WITHOUT_SIP = kind("websocket-without-sip");

    /** What a reverse proxy says when it does not reach the server behind it (RFC 9110, 15.6.3 to 15.6.5). */
    private static final Set<Integer> BEHIND = Set.of(502, 503, 504);

    /** Where servers of SIP take WebSockets by default: Asterisk, FreeSWITCH, and the ports of SIP. */
    private static final Set<Integer> PORTS = Set.of(8088, 8089, 5066, 7443);

    private static final int SHOWN = 2;

    private record Same(String client, Endpoint server, String path, int status, boolean asksForSip) {
        static Same of(WebSocketRefused refused) {
            return new Same(
                    refused.client().host(), refused.server(), refused.path(), refused.status(), refused.asksForSip());
        }
    }

    private static Kind kind(String id) {
        return Kind.of(id, Weight.FAILURE, 7118, "4.1", "client", "server", "path", "code", "count");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED, NOTHING_BEHIND, NOT_ASKED, WITHOUT_SIP);
    }

    @Override
    public List<Incident> in(Traffic traffic) {
        Map<Same, List<WebSocketRefused>> groups = new LinkedHashMap<>();
        for (NetworkEvent event : traffic.network().all()) {
            if (event instanceof WebSocketRefused refused && forSip(refused) && !cameAbout(refused, traffic)) {
                groups.computeIfAbsent(Same.of(refused), _ -> new ArrayList<>()).add(refused);
            }
        }
        return groups.values().stream()
                .map(same -> new Incident(found(same), List.of()))
                .toList();
    }

    /** Browsers ask for many WebSockets; without the word "sip" only the port tells that it is one of these. */
    private static boolean forSip(WebSocketRefused refused) {
        return refused.asksForSip()
                || PORTS.contains(refused.server().port())
                || FailedConnections.ofSip(refused.server());
    }

    /** Whether the two spoke SIP all the same, or later. */
    private static boolean cameAbout(WebSocketRefused refused, Traffic traffic) {
        long time = refused.seen().time();
        return heardSince(refused.client(), time, traffic) && heardSince(refused.server(), time, traffic);
    }

    private static boolean heardSince(Endpoint end, long time, Traffic traffic) {
        long last = traffic.lastHeard(end.host());
        return last != Captured.NO_TIME && last >= time;
    }

    private static Finding found(List<WebSocketRefused> same) {
        WebSocketRefused first = same.getFirst();
        return Finding.about(kind(first), first.asksForSip() ? Certainty.CERTAIN : Certainty.LIKELY)
                .seen(same.stream()
                        .limit(SHOWN)
                        .flatMap(refused -> refused.packets())
                        .toList())
                .with("client", first.client().host())
                .with("server", Value.of(first.server()))
                .with("path", first.path())
                .with("code", Value.of((first.status() + " " + first.phrase()).strip()))
                .with("count", Value.of(same.size()))
                .found();
    }

    private static Kind kind(WebSocketRefused refused) {
        if (refused.withoutSip()) {
            return WITHOUT_SIP;
        }
        if (!refused.asksForSip()) {
            return NOT_ASKED;
        }
        return BEHIND.contains(refused.status()) ? NOTHING_BEHIND : REFUSED;
    }
}
