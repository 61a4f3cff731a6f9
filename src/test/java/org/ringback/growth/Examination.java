package org.ringback.growth;

import java.util.List;
import org.ringback.call.Call;
import org.ringback.call.JointCall;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.ladder.Arrangement;
import org.ringback.ladder.CallFlow;
import org.ringback.ladder.Grouping;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.Row;
import org.ringback.reading.Examined;

/** Does with messages all that is done with a file: calls, legs, findings, and the ladder of the longest. */
public final class Examination {

    private Examination() {}

    /** Of so many of a kind; says how many steps it took, if it was loaded so that it counts them. */
    public static long of(String kind, int number) {
        var packets = new Packets();
        Flood.valueOf(kind).write(number, packets);
        List<Captured> messages = packets.all();
        Steps.taken();
        Examined examined = Examined.of(messages, List.of(), Captured.NO_TIME, new Diagnosis());
        List<JointCall> joined = examined.legs().joined(examined.calls());
        for (JointCall call : joined) {
            if (!Flood.valueOf(kind).oneLong()) {
                examined.diagnosed(call).findings();
            }
            call.messages();
        }
        examined.calls().forEach(Call::expiry);
        examined.legs().together(examined.calls().getLast());
        JointCall longest = joined.getFirst();
        var flow = new CallFlow(longest.legs());
        flow.ladder(Arrangement.by(Grouping.ADDRESS, false));
        for (Grouping grouping : Grouping.values()) {
            Ladder ladder = flow.ladder(Arrangement.by(grouping, true));
            List<Row> rows = ladder.rows();
            for (int i = 0; i < rows.size(); i++) {
                ladder.spansFrom(i);
                flow.relation(rows.getFirst().message(), rows.get(i).message());
            }
        }
        return Steps.taken();
    }
}
