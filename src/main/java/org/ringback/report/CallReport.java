package org.ringback.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ringback.call.Call;
import org.ringback.call.LegLinks;
import org.ringback.call.Tally;
import org.ringback.capture.wire.Unusable;
import org.ringback.flow.MediaWays;

/**
 * What was found in files.
 *
 * @param files their names as the user gave them, in the order in which messages and unusable parts count them
 * @param tally of everything in the files, whatever of it is shown
 * @param shown the calls to be told
 * @param links of all calls, shown or not
 * @param media tells of a call which ways its media were captured; asked by any thread
 * @param zone in which times are told
 */
public record CallReport(
        List<String> files,
        Tally tally,
        List<Call> shown,
        LegLinks links,
        List<Unusable> unusable,
        Function<Call, Optional<MediaWays>> media,
        ZoneId zone) {}
