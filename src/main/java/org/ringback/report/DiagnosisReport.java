package org.ringback.report;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Call;
import org.ringback.call.LegLinks;
import org.ringback.call.LegTree;
import org.ringback.capture.wire.Unusable;

/**
 * Everything that is said about the calls of some files.
 *
 * @param files their names in the order given
 * @param calls all of them, in order of their start
 * @param links between all calls
 * @param messages how many SIP messages were read
 */
public record DiagnosisReport(
        List<String> files,
        List<Diagnosed> calls,
        LegLinks links,
        long messages,
        List<Unusable> unusable,
        ZoneId zone) {

    public DiagnosisReport {
        files = List.copyOf(files);
        calls = List.copyOf(calls);
        unusable = List.copyOf(unusable);
    }

    public long failed() {
        return calls.stream().filter(Diagnosed::failed).count();
    }

    /** The calls about which there is something to do, each with all its legs. */
    List<JointDiagnosis> needingCare() {
        Map<Call, Diagnosed> diagnosed = new LinkedHashMap<>();
        calls.forEach(call -> diagnosed.put(call.call(), call));
        List<Call> inOrder = List.copyOf(diagnosed.keySet());
        return LegTree.of(inOrder, links).joined(inOrder).stream()
                .map(call -> new JointDiagnosis(
                        call, call.legs().stream().map(diagnosed::get).toList()))
                .filter(JointDiagnosis::needsCare)
                .toList();
    }
}
