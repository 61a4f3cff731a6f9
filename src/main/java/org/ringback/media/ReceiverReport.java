package org.ringback.media;

import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.ringback.capture.wire.Endpoint;

/**
 * What somebody reported by RTCP of a stream that it received (RFC 3550, section 6.4), all reports together.
 *
 * @param reporter who sent the reports
 * @param first the packet of the first one
 * @param last the packet of the last one
 * @param reports how many there were
 * @param worstShare the highest share lost between two reports, from 0 to 1
 * @param lost packets in all, by the last report; negative where duplicates were counted
 * @param highestJitter in ticks of the stream's clock
 * @param roundTrip between the capture point and the reporter, the shortest, in microseconds; empty if no report told of a
 *     sender's report that was captured
 * @param trips how long the way to the reporter and back is, by those of its reports that can be trusted; empty if they
 *     tell the same delay each time
 * @param advanced the last report whose highest sequence number was another one than before; the first report if none was
 * @param heard the last packet of RTCP from the reporter, whatever it was about
 * @param voip the last report on quality, if there was one
 */
public record ReceiverReport(
        Endpoint reporter,
        Moment first,
        Moment last,
        int reports,
        double worstShare,
        long lost,
        long highestJitter,
        Optional<Long> roundTrip,
        Optional<Trips> trips,
        Moment advanced,
        Moment heard,
        Optional<VoipMetrics> voip) {

    /**
     * Ways to the reporter and back, in microseconds.
     *
     * @param measured how many
     */
    public record Trips(int measured, long shortest, long longest) {}

    ReceiverReport elsewhere(UnaryOperator<Endpoint> endpoints, LongUnaryOperator clock) {
        return new ReceiverReport(
                endpoints.apply(reporter),
                first.by(clock),
                last.by(clock),
                reports,
                worstShare,
                lost,
                highestJitter,
                roundTrip,
                trips,
                advanced.by(clock),
                heard.by(clock),
                voip);
    }
}
