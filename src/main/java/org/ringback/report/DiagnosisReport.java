package org.ringback.report;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Call;
import org.ringback.call.LegLinks;
import org.ringback.call.LegTree;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.incident.CommonCauses;
import org.ringback.diagnosis.incident.Incident;
import org.ringback.reading.Examined;
import org.ringback.reading.Joint;

/**
 * Everything that is said about the calls of some files.
 *
 * @param files their names in the order given
 * @param calls all of them, in order of their start
 * @param common what struck several of them
 * @param links between all calls
 * @param legs which of the calls are legs of one
 * @param messages how many SIP messages were read
 */
public record DiagnosisReport(
        List<String> files,
        List<Diagnosed> calls,
        CommonCauses common,
        LegLinks links,
        LegTree legs,
        long messages,
        List<Unusable> unusable,
        ZoneId zone) {

    public DiagnosisReport {
        files = List.copyOf(files);
        calls = List.copyOf(calls);
        unusable = List.copyOf(unusable);
    }

    /** Looks at every call. */
    public static DiagnosisReport of(List<String> files, Examined examined, ZoneId zone) {
        // Once, by one thread: what all calls are looked at with.
        examined.circumstances();
        List<Diagnosed> calls =
                examined.calls().parallelStream().map(examined::diagnosed).toList();
        return new DiagnosisReport(
                files,
                calls,
                examined.incidents(calls),
                examined.links(),
                examined.legs(),
                examined.tally().messages(),
                examined.unusable(),
                zone);
    }

    public long failed() {
        return calls.stream().filter(Diagnosed::failed).count();
    }

    /** Whether a call failed, or the network kept one from being set up of which no message was captured. */
    public boolean somethingFailed() {
        return failed() > 0
                || incidents().stream()
                        .anyMatch(incident -> incident.finding().kind().weight() == Weight.FAILURE);
    }

    /** What struck several of them, the heaviest first. */
    List<Incident> incidents() {
        return common.incidents();
    }

    /** How many checks broke off because of a mistake in them, those of single calls counted for each call. */
    public int brokenChecks() {
        return calls.stream().mapToInt(Diagnosed::brokenRules).sum() + common.broken();
    }

    /**
     * The calls about which there is something to do, each with all its legs; if it is only one that was captured, that one
     * as soon as there is anything to say about it.
     */
    List<Joint> toTell() {
        Map<Call, Diagnosed> diagnosed = new LinkedHashMap<>();
        calls.forEach(call -> diagnosed.put(call.call(), call));
        return legs.joined(diagnosed.keySet()).stream()
                .map(call ->
                        new Joint(call, call.legs().stream().map(diagnosed::get).toList()))
                .filter(call -> call.needsCare()
                        || (calls.size() == 1 && !calls.getFirst().findings().isEmpty()))
                .toList();
    }
}
