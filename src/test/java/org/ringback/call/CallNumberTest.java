package org.ringback.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in the ways in which exchanges of several countries write them. */
class CallNumberTest {

    private static boolean same(String one, String other) {
        return CallNumber.same(CallNumber.plain(one), CallNumber.plain(other));
    }

    private static boolean sameAfterDialPlan(String one, String other) {
        return CallNumber.sameAfterDialPlan(CallNumber.plain(one), CallNumber.plain(other));
    }

    @ParameterizedTest
    @CsvSource({
        "+49 30 1234567, 0049301234567",
        "+49 30 1234567, 030 1234567",
        "+49 30 1234567, 1234567",
        "0+49 30 1234567, +49 30 1234567",
        "9+493012345678, 03012345678",
        "011 49 30 1234567, +49301234567",
        "9 030 1234567, 030 1234567",
        "+44 113 496 0000, 0113 496 0000",
        "8 (495) 123-45-67, +7 495 123-45-67",
        "+13035550122;rn=+13038990000;npdi, +13035550122",
        "bob, bob",
        "101, 101"
    })
    void oneLineIsWrittenInManyWays(String one, String other) {
        assertThat(same(one, other)).isTrue();
        assertThat(same(other, one)).isTrue();
        assertThat(sameAfterDialPlan(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "030 1234567, 089 1234567",
        "+49 30 1234567, +43 30 1234567",
        "812 555 1234, 712 555 1234",
        "0113 496 0000, +44 28 3496 0000",
        "34567, 1234567",
        "1234567, 7654321",
        "101, 102",
        "bob, bobby"
    })
    void linesThatEndAlikeMayBeTwo(String one, String other) {
        assertThat(same(one, other)).isFalse();
        assertThat(same(other, one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1001 301234567, 2002 301234567", "90 301234567, +49 301234567"})
    void aDialPlanPutsAnotherPrefixThere(String one, String other) {
        assertThat(sameAfterDialPlan(one, other)).isTrue();
        assertThat(same(one, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:anonymous@anonymous.invalid>",
                "<sip:Anonymous@203.0.113.5>",
                "<sip:restricted@example.com>",
                "<sip:000000@example.com>",
                "<sip:x7@anonymous.invalid>",
                "<sip:example.com>"
            })
    void nobodyIsNamed(String from) {
        assertThat(CallNumber.nobody(Identity.of(from))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<sip:+4930123@example.com>", "<sip:0@example.com>", "<sip:privateer@example.com>"})
    void somebodyIsNamed(String from) {
        assertThat(CallNumber.nobody(Identity.of(from))).isFalse();
    }
}
