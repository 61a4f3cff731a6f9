package org.ringback.report;

import java.time.ZoneId;
import java.util.List;
import org.ringback.capture.Unusable;

/**
 * Everything that is said about the calls of some files.
 *
 * @param files their names in the order given
 * @param calls all of them, in order of their start
 * @param messages how many SIP messages were read
 */
public record DiagnosisReport(
        List<String> files, List<Diagnosed> calls, long messages, List<Unusable> unusable, ZoneId zone) {

    public DiagnosisReport {
        files = List.copyOf(files);
        calls = List.copyOf(calls);
        unusable = List.copyOf(unusable);
    }

    public long failed() {
        return calls.stream().filter(Diagnosed::failed).count();
    }

    /** The calls about which there is something to do. */
    List<Diagnosed> needingCare() {
        return calls.stream().filter(Diagnosed::needsCare).toList();
    }
}
