package org.ringback.capture.wrap;

import java.util.List;

/** One thing that may stand around the lines of a text. It judges by many lines together whether it is there. */
interface Wrapping {

    /** The rows without it; the very same list if it is not there. */
    List<TextRow> peel(List<TextRow> rows);
}
