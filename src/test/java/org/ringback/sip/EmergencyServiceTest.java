package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmergencyServiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"112", "911", "+112"})
    void everyMobilePhoneKnowsIt(String number) {
        assertThat(EmergencyService.everywhere(number)).isTrue();
        assertThat(EmergencyService.reserved(number)).isTrue();
        assertThat(EmergencyService.somewhere(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "999"})
    void nobodyGivesItToATelephone(String number) {
        assertThat(EmergencyService.everywhere(number)).isFalse();
        assertThat(EmergencyService.reserved(number)).isTrue();
        assertThat(EmergencyService.somewhere(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "103", "110", "119"})
    void inAnotherCountryItIsAnExtension(String number) {
        assertThat(EmergencyService.reserved(number)).isFalse();
        assertThat(EmergencyService.somewhere(number)).isTrue();
    }

    @Test
    void whatOnlyBeginsSoIsNone() {
        assertThat(EmergencyService.somewhere("1120")).isFalse();
        assertThat(EmergencyService.somewhere("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:service:sos", "URN:service:SOS.police", "urn:service:sos;x=y"})
    void aUrnNamesIt(String uri) {
        assertThat(EmergencyService.named(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:service:counseling", "urn:service:sosh", "sip:sos@example.com", "urn:service"})
    void othersNameSomethingElse(String uri) {
        assertThat(EmergencyService.named(uri)).isFalse();
    }
}
