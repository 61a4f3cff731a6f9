package org.ringback.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Identity;
import org.ringback.call.Message;
import org.ringback.sip.VoiceQuality;

/** Finds for each call what was reported of its sound in other messages: a PUBLISH names the call in its body (RFC 6035). */
public final class QualityReports {

    /** Nobody reports more often on one call; of a hostile number the first ones count. */
    private static final int MOST = 64;

    private final Map<String, List<Carried>> byCall = new HashMap<>();

    private record Carried(Message message, VoiceQuality report) {}

    /** Looks through all messages that may carry one. */
    public QualityReports(Iterable<Call> calls) {
        for (Call call : calls) {
            for (Message message : call.messages()) {
                if ((message.request("PUBLISH") || message.request("NOTIFY")) && !message.retransmission()) {
                    VoiceQuality.in(message.captured().bytes()).ifPresent(report -> add(message, report));
                }
            }
        }
    }

    private void add(Message message, VoiceQuality report) {
        List<Carried> known = byCall.computeIfAbsent(report.callId(), _ -> new ArrayList<>(1));
        // It is the same again where it passes several hosts.
        if (known.size() < MOST && known.stream().noneMatch(each -> each.report.equals(report))) {
            known.add(new Carried(message, report));
        }
    }

    /** Whether nobody reported anything. */
    public boolean none() {
        return byCall.isEmpty();
    }

    /** The media of a call with what was reported of it, in the order of the messages. */
    public CallMedia with(Call call, CallMedia media) {
        List<Carried> reports = byCall.getOrDefault(call.callId(), List.of());
        if (reports.isEmpty() || call.kind() != CallKind.CALL) {
            return media;
        }
        List<Announced> announced = media.announced().isEmpty() ? Announced.of(call) : media.announced();
        return media.told(reports.stream()
                .map(each -> new ToldQuality(each.message(), each.report(), side(each.report(), call, announced)))
                .toList());
    }

    /** By the port at which it says to have heard, else by its name. */
    private static Optional<Side> side(VoiceQuality report, Call call, List<Announced> announced) {
        Optional<Side> there = report.at()
                .flatMap(at -> announced.stream()
                        .filter(each -> each.ports().stream()
                                .anyMatch(port -> port.host().equals(at.host()) && port.port() == at.port()))
                        .map(Announced::side)
                        .findFirst());
        return there.or(() -> named(report.measurer(), call));
    }

    private static Optional<Side> named(String measurer, Call call) {
        boolean caller = names(measurer, call.from());
        boolean callee = names(measurer, call.to());
        return caller == callee ? Optional.empty() : Optional.of(caller ? Side.CALLER : Side.CALLEE);
    }

    /** Whether an address is of this user. */
    private static boolean names(String address, Identity identity) {
        String small = address.toLowerCase(Locale.ROOT);
        String user = identity.user().toLowerCase(Locale.ROOT);
        return !user.isEmpty() && Set.of(':', '<').stream().anyMatch(before -> small.contains(before + user + "@"));
    }
}
