package org.ringback.report;

import java.time.ZoneId;
import org.ringback.statistics.CallStatistics;

/**
 * What is told of many calls in a few numbers.
 *
 * @param messages how many SIP messages were read
 * @param zone in which times are told
 */
public record SummaryReport(CallStatistics statistics, long messages, ZoneId zone) {}
