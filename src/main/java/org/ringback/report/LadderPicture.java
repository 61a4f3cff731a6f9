package org.ringback.report;

import java.util.List;
import org.ringback.call.Call;
import org.ringback.language.Texts;

/** Draws the ladder of one call, or of calls that are legs of one, as an SVG element that can stand in a page. */
@FunctionalInterface
public interface LadderPicture {

    /** The SVG element with nothing around it. */
    String svg(List<Call> calls, Texts texts);
}
