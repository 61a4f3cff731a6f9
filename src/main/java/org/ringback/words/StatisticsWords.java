package org.ringback.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ringback.call.ZoneTimes;
import org.ringback.language.Texts;
import org.ringback.statistics.CallStatistics;
import org.ringback.statistics.Count;
import org.ringback.statistics.Period;
import org.ringback.statistics.Spread;

/** Calls in numbers, in sentences of one language. */
public final class StatisticsWords {

    private static final String NO_MILLISECONDS = ".000";

    private final Texts texts;
    private final ZoneTimes times = new ZoneTimes(ZoneId.systemDefault());

    public StatisticsWords(Texts texts) {
        this.texts = texts;
    }

    /** What is true of all calls together. */
    public List<String> sentences(CallStatistics numbers) {
        if (numbers.all().calls() == 0) {
            return List.of(texts.get(StatisticsText.NONE));
        }
        var sentences = new ArrayList<String>();
        Count all = numbers.all();
        sentences.add(
                texts.get(StatisticsText.CALLS, number(all.calls()), number(all.answered()), number(all.failed())));
        sentences.add(texts.get(StatisticsText.ANSWER_RATIO, percent(all)));
        numbers.postDialDelay().map(this::delay).ifPresent(sentences::add);
        numbers.talkTime().map(this::talk).ifPresent(sentences::add);
        return sentences;
    }

    private String delay(Spread delay) {
        return texts.get(
                StatisticsText.POST_DIAL_DELAY,
                number(delay.calls()),
                seconds(delay.median()),
                seconds(delay.ninety()),
                seconds(delay.ninetyFive()),
                seconds(delay.longest()));
    }

    private String talk(Spread talk) {
        return texts.get(
                StatisticsText.TALK_TIME,
                number(talk.calls()),
                TalkTime.of(talk.median()),
                TalkTime.of(talk.ninety()),
                TalkTime.of(talk.longest()));
    }

    /** How many calls there were, and how they went. */
    public String count(Count count) {
        return texts.get(StatisticsText.COUNT, number(count.calls()), number(count.answered()), number(count.failed()));
    }

    /** When a period begins. */
    public String start(Period period) {
        return wholeSeconds(times.dated(period.start()));
    }

    /** When a period begins, and how the calls went that began in it. */
    public String period(Period period) {
        return texts.get(StatisticsText.PERIOD, start(period), count(period.count()));
    }

    /** A time of a clock without what is zero in it. */
    public static String wholeSeconds(String time) {
        return time.endsWith(NO_MILLISECONDS) ? time.substring(0, time.length() - NO_MILLISECONDS.length()) : time;
    }

    /** A number as the language groups it. */
    public String number(long number) {
        return texts.numbers().count(number);
    }

    /** The answer ratio in percent, without the sign. */
    public String percent(Count count) {
        double ratio = count.answerRatio().orElse(0.0);
        return texts.numbers().decimal(BigDecimal.valueOf(100 * ratio).setScale(1, RoundingMode.HALF_UP));
    }

    private String seconds(Duration duration) {
        return texts.numbers().decimal(CallValues.seconds(duration).setScale(1, RoundingMode.HALF_UP));
    }
}
