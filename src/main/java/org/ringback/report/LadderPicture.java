package org.ringback.report;

import java.util.List;
import org.ringback.call.Call;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallNetwork;
import org.ringback.ladder.Arrangement;
import org.ringback.ladder.CallFlow;
import org.ringback.ladder.Grouping;
import org.ringback.language.Texts;

/** Draws the ladder of one call, or of calls that are legs of one, as an SVG element that can stand in a page. */
@FunctionalInterface
public interface LadderPicture {

    /** As the window draws it when nobody has changed anything: a column for each address, retransmissions folded. */
    static LadderPicture usual() {
        var arrangement = Arrangement.by(Grouping.ADDRESS, true);
        return (calls, media, network, texts) ->
                LadderSvg.svg(new CallFlow(calls, media, network).ladder(arrangement), texts);
    }

    /**
     * The SVG element with nothing around it.
     *
     * @param media of each of the calls
     * @param network what it did to each of the calls
     */
    String svg(List<Call> calls, List<CallMedia> media, List<CallNetwork> network, Texts texts);
}
