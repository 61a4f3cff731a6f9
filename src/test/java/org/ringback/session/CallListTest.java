package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.call.CallKind;
import org.ringback.call.LegLink;
import org.ringback.words.EndingText;

/** Which of the calls are to be seen, and in which order. */
class CallListTest {

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;

    @Test
    void othersAreShownOnRequestAndWhereThereIsNothingElse() {
        calls.openSample();
        shown.narrow(CallFilter.USUAL.withKinds(Set.of(CallKind.OTHER)));
        assertThat(shown.rows()).hasSize(3).allMatch(row -> row.call().method().equals("OPTIONS"));

        calls.openText("""
            OPTIONS sip:a@example.com SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
            From: <sip:b@example.com>;tag=1
            To: <sip:a@example.com>
            Call-ID: x
            CSeq: 1 OPTIONS

            """, false);
        assertThat(shown.rows()).hasSize(1);
    }

    @Test
    void wordsAreLookedForInPartiesCallIdMethodAndAddresses() {
        calls.openSample();
        for (var expected : new String[][] {
            {"CAROL bob", "busy-22c0"}, {"gave-UP", "gave-up-51be"}, {"203.0.113.50", "home-office-03d9"}
        }) {
            shown.narrow(CallFilter.USUAL.withWords(expected[0]));
            assertThat(shown.ids()).as(expected[0]).contains(expected[1]);
            assertThat(shown.rows().size()).isLessThan(3);
        }
        shown.narrow(CallFilter.USUAL.withWords("register  reg-carol"));
        assertThat(shown.ids()).containsExactly("reg-carol");
        shown.narrow(CallFilter.USUAL.withWords("not in there"));
        assertThat(shown.rows()).isEmpty();
    }

    /** From a ticket, a log or a web page: with the name of the header, with brackets and tag, with a number as on paper. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call-ID: busy-22c0@example.com",
                "call-id:  busy-22c0",
                "i: busy-22c0",
                "\"busy-22c0\",",
                "sip:bob@example.com busy",
                "To: \"Bob\" <sip:bob@example.com>;tag=b",
                "bob@example.com;tag=3"
            })
    void wordsAreFoundAsTheyWereCopied(String copied) {
        calls.openSample();
        shown.narrow(CallFilter.USUAL.withWords(copied));
        assertThat(shown.ids()).contains("busy-22c0");
        assertThat(shown.rows()).hasSizeLessThan(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1 202 555-0188", "+1-202-555-0188", "+1 (202) 555 0188", "tel:+12025550188", "+1/202/5550188"})
    void aNumberIsFoundAsItIsWrittenOnPaper(String written) {
        calls.openSample();
        shown.narrow(CallFilter.USUAL.withWords(written));
        assertThat(shown.rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.to().user()).isEqualTo("+12025550188"));
    }

    @Test
    void aNumberThatStandsInACallIdWithItsSignsIsFoundToo() {
        calls.openText("""
            INVITE sip:a@example.com SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
            From: <sip:b@example.com>;tag=1
            To: <sip:a@example.com>
            Call-ID: 00-1234-5678
            CSeq: 1 INVITE

            """, false);
        shown.narrow(CallFilter.USUAL.withWords("00-1234-5678"));
        assertThat(shown.rows()).hasSize(1);
        shown.narrow(CallFilter.USUAL.withWords("00-1234-5679"));
        assertThat(shown.rows()).isEmpty();
    }

    @Test
    void aTypedCodeFindsTheCallsThatWereRefusedWithIt() {
        calls.openSample();
        shown.narrow(CallFilter.USUAL.withWords("503"));
        assertThat(shown.rows()).extracting(CallRow::code).containsExactly(503, 503);
        shown.narrow(CallFilter.USUAL.withWords("486 carol"));
        assertThat(shown.ids()).containsExactly("busy-22c0");
        shown.narrow(CallFilter.USUAL.withWords("486 alice"));
        assertThat(shown.rows()).isEmpty();
        shown.narrow(CallFilter.USUAL.withWords("200"));
        assertThat(shown.rows()).as("an extension rather than every success").isEmpty();
    }

    @Test
    void outcomesCodesAndProblemsNarrowTogether() {
        calls.openSample();
        shown.narrow(CallFilter.USUAL.withEndings(Set.of(EndingText.REJECTED)));
        assertThat(shown.rows()).extracting(CallRow::code).containsExactly(486, 488, 503, 503);
        shown.narrow(calls.filterProperty().get().withCodes(Set.of(486, 200)));
        assertThat(shown.rows()).extracting(CallRow::code).containsExactly(486);
        shown.narrow(CallFilter.USUAL.withProblemsOnly(true));
        assertThat(shown.ids())
                .contains("busy-22c0", "silence-4a", "reg-carol")
                .doesNotContain("answered-7f31", "reg-alice");
        assertThat(shown.rows()).hasSize(calls.listProperty().get().problems());
        assertThat(calls.listProperty().get().codes()).containsEntry(503, 2).doesNotContainKey(0);
    }

    @Test
    void onlyCallsThatBeganInARangeAreSeenBothEndsIncluded() {
        calls.openSample();
        List<CallRow> all = List.copyOf(shown.rows());
        long second = all.get(1).call().start();
        long fourth = all.get(3).call().start();

        shown.narrow(CallFilter.USUAL.withBegan(TimeRange.between(second, fourth)));
        assertThat(shown.rows())
                .isNotEmpty()
                .allMatch(row -> row.call().start() >= second && row.call().start() <= fourth);
        assertThat(shown.rows()).contains(all.get(1), all.get(3));
        shown.narrow(CallFilter.USUAL.withBegan(TimeRange.since(fourth + 1)));
        assertThat(shown.rows()).isNotEmpty().doesNotContain(all.get(1), all.get(3));
        shown.narrow(CallFilter.USUAL.withBegan(TimeRange.until(second - 1)));
        assertThat(shown.rows()).doesNotContain(all.get(1)).hasSizeLessThan(all.size());
    }

    @Test
    void aProgramIsLookedForOnBothSides() {
        calls.openSample();
        Set<String> programs =
                shown.rows().stream().flatMap(row -> row.programs().stream()).collect(Collectors.toSet());
        assertThat(programs).containsExactlyInAnyOrder("deskphone/3.1", "carrier-sbc/4.2");
        for (String program : programs) {
            shown.narrow(CallFilter.USUAL.withPrograms(Set.of(program)));
            assertThat(shown.rows())
                    .as(program)
                    .isNotEmpty()
                    .allMatch(row -> row.call().messages().stream()
                            .anyMatch(message -> message.header("User-Agent", "").stream()
                                            .anyMatch(program::equals)
                                    || message.header("Server", "").stream().anyMatch(program::equals)));
        }
        shown.narrow(CallFilter.USUAL.withPrograms(Set.of("nobody/1.0")));
        assertThat(shown.rows()).isEmpty();
    }

    @Test
    void theKindsThatAreShownDecideWhatThereIsToChoose() {
        calls.openSample();
        shown.narrow(CallFilter.USUAL.withKinds(EnumSet.of(CallKind.REGISTRATION)));
        assertThat(calls.listProperty().get().endings()).containsOnlyKeys(EndingText.REGISTERED, EndingText.REFUSED);
        assertThat(calls.listProperty().get().problems()).isEqualTo(1);
    }

    @Test
    void aRefusalThatIsFoundToBeNoFailureIsNoProblem() {
        calls.openText("""
            SUBSCRIBE sip:a@example.com SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
            From: <sip:a@example.com>;tag=1
            To: <sip:a@example.com>
            Call-ID: x
            CSeq: 1 SUBSCRIBE
            Event: ua-profile

            SIP/2.0 489 Bad Event
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
            From: <sip:a@example.com>;tag=1
            To: <sip:a@example.com>;tag=2
            Call-ID: x
            CSeq: 1 SUBSCRIBE

            """, false);

        assertThat(shown.rows()).singleElement().satisfies(row -> {
            assertThat(row.call().outcome().failed()).isTrue();
            assertThat(row.problem()).isFalse();
        });
        assertThat(calls.listProperty().get().problems()).isZero();
    }

    /** What stands in the column, null where it is not known. */
    @SuppressWarnings("unchecked")
    private static Comparable<Object> value(CallRow row, CallOrder.By by) {
        Object value = switch (by) {
            case START -> row.call().start();
            case FROM -> row.from().user();
            case TO -> row.to().user();
            case ENDING -> row.ending();
            case CODE -> row.code() == 0 ? null : row.code();
            case SETUP -> row.call().times().postDialDelay().orElse(null);
            case TALK -> row.call().times().talkTime().orElse(null);
            case MEDIA -> row.mark().media().orElse(null);
            case MESSAGES -> row.messages();
            case FINDINGS -> row.mark().heaviest();
        };
        return (Comparable<Object>) value;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyOrderGoesByValueAndKeepsUnknownOnesLast(boolean descending) {
        calls.openSample();
        for (CallOrder.By by : CallOrder.By.values()) {
            calls.orderProperty().set(new CallOrder(by, descending));
            assertThat(shown.rows()).as(by.id()).hasSize(11);
            // A leg stands with the call that it belongs to, whatever its own value.
            List<Comparable<Object>> values = shown.rows().stream()
                    .filter(row -> !calls.listProperty().get().legs().containsKey(row))
                    .map(row -> value(row, by))
                    .toList();
            List<Comparable<Object>> known =
                    values.stream().filter(Objects::nonNull).toList();
            assertThat(known)
                    .as(by.id())
                    .isSortedAccordingTo(descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
            // The sample has no media: its calls were answered, or there is nothing to tell.
            assertThat(new HashSet<>(known)).as(by.id()).hasSizeGreaterThan(by == CallOrder.By.MEDIA ? 0 : 1);
            assertThat(values.subList(0, known.size()))
                    .as("unknown last: %s", by.id())
                    .isEqualTo(known);
        }
        calls.orderProperty().set(new CallOrder(CallOrder.By.CODE, descending));
        assertThat(shown.rows().getLast().code()).isZero();
        calls.orderProperty().set(new CallOrder(CallOrder.By.TALK, descending));
        assertThat(shown.ids().subList(0, 2))
                .isEqualTo(
                        descending
                                ? List.of("answered-7f31", "home-office-03d9")
                                : List.of("home-office-03d9", "answered-7f31"));
    }

    @Test
    void legsStandTogetherInEveryOrderUntilTheyAreUnlinked() {
        calls.openSample();
        CallRow leg = shown.row("trunk-6612");
        assertThat(calls.legs().link(leg)).get().returns(LegLink.Reason.CALL_ID_HEADER, LegLink::reason);
        for (CallOrder.By by : CallOrder.By.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                calls.orderProperty().set(new CallOrder(by, descending));
                assertThat(shown.ids().indexOf("trunk-6612"))
                        .as(by.id())
                        .isEqualTo(shown.ids().indexOf("out-6612") + 1);
                assertThat(calls.listProperty().get().legs().get(leg).depth()).isEqualTo(1);
            }
        }
        calls.orderProperty().set(new CallOrder(CallOrder.By.FROM, true));
        calls.unlink(leg);
        assertThat(calls.legs().link(leg)).isEmpty();
        assertThat(calls.legs().undone(leg)).isPresent();
        assertThat(calls.listProperty().get().legs()).isEmpty();
        calls.linkAgain(leg);
        assertThat(calls.listProperty().get().legs()).containsOnlyKeys(leg);
    }

    @Test
    void aLegWhoseCallIsHiddenStandsAlone() {
        calls.openSample();
        shown.narrow(CallFilter.USUAL.withWords("trunk-6612"));
        assertThat(shown.ids()).containsExactly("trunk-6612");
        assertThat(calls.listProperty().get().legs()).isEmpty();
    }
}
