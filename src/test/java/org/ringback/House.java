package org.ringback;

import static org.ringback.Outside.BEANS;
import static org.ringback.Outside.CERTIFICATES;
import static org.ringback.Outside.CRYPTOGRAPHY;
import static org.ringback.Outside.FILES;
import static org.ringback.Outside.IMAGES;
import static org.ringback.Outside.JSON;
import static org.ringback.Outside.LANGUAGES;
import static org.ringback.Outside.LOUDSPEAKER;
import static org.ringback.Outside.OPTIONS;
import static org.ringback.Outside.OPUS;
import static org.ringback.Outside.RESOURCES;
import static org.ringback.Outside.TERMINAL;
import static org.ringback.Outside.TOOLKIT;
import static org.ringback.Outside.XML;
import static org.ringback.Room.room;

import java.util.List;

/**
 * The map of the house: every package, which packages it may use, and what of the world outside the plain parts of Java. The
 * list goes from the ground up, and a room may use only rooms that stand before it, so that there is no way round in a circle.
 */
final class House {

    static final List<Room> ROOMS = List.of(
            room("sip").because("one message is understood without knowing where its bytes came from"),
            room("language")
                    .outside(JSON, FILES, RESOURCES, BEANS)
                    .because("words are found and filled without knowing what they are about"),
            room("trace")
                    .outside(FILES, RESOURCES)
                    .because("what it cannot name cannot get into its file, and even a failure of the start does"),
            room("settings").outside(JSON, FILES).because("what is remembered does not depend on who remembers it"),
            room("scratch").outside(FILES).because("a file for a while is the same whatever is in it"),
            room("sound.codec").outside(OPUS).because("a payload is decoded without knowing when it came or who spoke"),
            room("sound")
                    .uses("sound.codec")
                    .outside(LOUDSPEAKER)
                    .because(
                            "what was heard follows from packets, whatever they were found in and whoever listens now"),
            room("sound.srtp")
                    .outside(CRYPTOGRAPHY)
                    .because("a tag proves a key without knowing who exchanged it, or what it protects"),
            room("sound.quality").because("a rating follows from published numbers and is made up of nothing else"),
            room("capture.wire").because("what a capture gives out is the same whatever it was found in"),
            room("capture.wrap")
                    .outside(JSON)
                    .because("what stands around a line is taken off without knowing what a log says in it"),
            room("capture.text")
                    .uses("sip capture.wire capture.wrap")
                    .outside(XML)
                    .because("a log is read line by line, with no packet in sight"),
            room("capture.payload")
                    .uses("sip capture.wire")
                    .because("a datagram is the same message under whatever layers it lay"),
            room("capture.stream")
                    .uses("sip capture.wire capture.payload")
                    .because("bytes that come in order need no packets"),
            room("capture.packet")
                    .uses("sip capture.wire capture.payload capture.stream")
                    .because("layers are taken off without knowing the file"),
            room("capture.file")
                    .uses("sip capture.wire capture.text capture.payload capture.packet")
                    .because("a record is found by its frame; what it holds is for the layers to say"),
            room("capture")
                    .uses("scratch capture.wire capture.text capture.payload capture.packet capture.file")
                    .outside(FILES, XML)
                    .because("the only room that opens captures: it ties the ones below together"),
            room("media")
                    .uses("capture.wire capture.payload")
                    .because("a stream is measured the same, whoever agreed on it"),
            room("network")
                    .uses("capture.wire capture.payload")
                    .outside(CERTIFICATES)
                    .because("an error of the network is the same, whatever was to be carried"),
            room("handbook").uses("language").outside(JSON).because("what a code means needs no call"),
            room("search.terms")
                    .outside(LANGUAGES)
                    .because("how a language is taken apart does not depend on what is searched for"),
            room("search")
                    .uses("language handbook search.terms")
                    .outside(JSON)
                    .because("who complains is understood before anybody decides how to show it"),
            room("comparison")
                    .uses("language handbook")
                    .outside(JSON)
                    .because("two entries are compared as facts, whoever shows them"),
            room("call")
                    .uses("sip capture.wire")
                    .because("calls are put together from messages, without files, packets or words"),
            room("flow")
                    .uses("sip capture.wire call media network")
                    .because("which streams are a call's is worked out before anybody judges them"),
            room("statistics")
                    .uses("capture.wire call")
                    .because("numbers about calls are the same wherever they are shown"),
            room("ladder")
                    .uses("sip capture.wire call media network flow")
                    .because("what is drawn is said in records, without words, colors or pixels"),
            room("pseudonym")
                    .uses("sip capture.wire")
                    .because("whoever is named is replaced in the message itself, without files or words"),
            room("export")
                    .uses("scratch sip capture.wire")
                    .outside(FILES)
                    .because("messages become packets again without knowing calls, findings or words"),
            room("diagnosis.finding")
                    .uses("language capture.wire network handbook sip call")
                    .because("a finding is a record that anyone may hold"),
            room("diagnosis.evidence")
                    .uses("sip capture.wire call media network flow diagnosis.finding")
                    .outside(JSON)
                    .because("facts about a call are worked out, not judged"),
            room("diagnosis.rule")
                    .uses("diagnosis.finding diagnosis.evidence")
                    .because("a rule judges one call by its evidence and knows no other rule's findings"),
            room("diagnosis.rule.message")
                    .uses("sip capture.wire call diagnosis.finding diagnosis.evidence diagnosis.rule")
                    .because("whether a message is whole does not depend on how its call went"),
            room("diagnosis.rule.unanswered")
                    .uses("sip capture.wire call media network flow diagnosis.finding diagnosis.evidence"
                            + " diagnosis.rule diagnosis.rule.message")
                    .because("silence is judged by what was sent and what the network said, with no response to read"),
            room("diagnosis.rule.refusal")
                    .uses("sip capture.wire handbook call diagnosis.finding diagnosis.evidence diagnosis.rule"
                            + " diagnosis.rule.unanswered")
                    .because("whoever says no does so by signaling, whatever media would have flowed"),
            room("diagnosis.rule.dialog")
                    .uses("sip capture.wire call media flow diagnosis.finding diagnosis.evidence diagnosis.rule"
                            + " diagnosis.rule.refusal")
                    .because("what belongs together inside a dialog is compared as a person would compare it"),
            room("diagnosis.rule.login")
                    .uses("sip capture.wire call diagnosis.finding diagnosis.evidence diagnosis.rule")
                    .because("a login is right or wrong, whatever it was asked for"),
            room("diagnosis.rule.registration")
                    .uses("sip capture.wire call diagnosis.finding diagnosis.evidence diagnosis.rule"
                            + " diagnosis.rule.unanswered")
                    .because("who can be reached is settled before anybody calls"),
            room("diagnosis.rule.offer")
                    .uses("sip capture.wire call media flow diagnosis.finding diagnosis.evidence diagnosis.rule"
                            + " diagnosis.rule.refusal")
                    .because("what was agreed is judged by its descriptions, and what flowed shows only whether it"
                            + " mattered"),
            room("diagnosis.rule.media")
                    .uses("sip capture.wire call media network flow diagnosis.finding diagnosis.evidence"
                            + " diagnosis.rule")
                    .because("what flowed is judged by packets, whatever was agreed to be said of them"),
            room("diagnosis")
                    .uses("sip language capture.wire handbook call diagnosis.finding diagnosis.evidence"
                            + " diagnosis.rule diagnosis.rule.message diagnosis.rule.unanswered"
                            + " diagnosis.rule.refusal diagnosis.rule.dialog diagnosis.rule.login"
                            + " diagnosis.rule.registration diagnosis.rule.offer diagnosis.rule.media")
                    .outside(JSON)
                    .because("the face of the rules, and their words in one language"),
            room("diagnosis.incident")
                    .uses("sip capture.wire call network diagnosis.finding diagnosis.evidence diagnosis")
                    .because("what many calls have in common shows only when each was looked at"),
            room("reading")
                    .uses("sip scratch capture.wire capture.payload capture call media network flow diagnosis.finding "
                            + "diagnosis.evidence diagnosis diagnosis.incident")
                    .outside(FILES)
                    .because("how files become findings is the same for whoever asks, and said in no language"),
            room("hearing")
                    .uses("sip media flow reading sound sound.codec sound.srtp")
                    .because("what was said is worked out from a call's streams, whoever listens"),
            room("words")
                    .uses("sip language sound.quality capture.wire call media network flow ladder pseudonym export"
                            + " diagnosis statistics")
                    .because("a thing has one name, wherever it is shown"),
            room("page")
                    .uses("sip language capture.wire handbook search comparison call network diagnosis.finding"
                            + " diagnosis words")
                    .because("a page is laid out once, whoever paints it"),
            room("report")
                    .uses("sip language capture.wire handbook search comparison call media network flow ladder"
                            + " pseudonym diagnosis.finding diagnosis.evidence diagnosis diagnosis.incident"
                            + " reading statistics words page")
                    .outside(JSON, TERMINAL)
                    .because("what leaves the program is text, wherever it goes"),
            room("answers")
                    .uses("sip language capture.wire handbook search comparison pseudonym export diagnosis words page "
                            + "report")
                    .because("an answer is the same in the window and in a terminal"),
            room("session")
                    .uses("sip language settings capture.wire handbook search comparison call network flow ladder"
                            + " pseudonym export diagnosis.finding diagnosis diagnosis.incident reading statistics"
                            + " words report answers")
                    .outside(FILES, BEANS)
                    .because("what happens can be tested and used without what is seen"),
            room("command")
                    .uses("sip language trace sound capture.wire handbook search call flow pseudonym"
                            + " export diagnosis reading hearing statistics words page report answers")
                    .outside(FILES, TERMINAL, OPTIONS)
                    .because("answers in a terminal need no display, no toolkit and nothing that is remembered"),
            room("window.text")
                    .uses("language")
                    .outside(TOOLKIT, BEANS)
                    .because("letters are chosen, copied and found whatever they are about"),
            room("window.kit")
                    .uses("sip language capture.wire handbook call diagnosis.finding reading words page answers"
                            + " session window.text")
                    .outside(TOOLKIT, BEANS, FILES, RESOURCES)
                    .because("every view is built from the same parts, which know no section"),
            room("window.share")
                    .uses("sip language call pseudonym export words report answers session window.text window.kit")
                    .outside(TOOLKIT, BEANS, FILES, IMAGES)
                    .because("what is shared leaves the same way from every view"),
            room("window.pages")
                    .uses("language handbook search comparison page answers session window.text window.kit"
                            + " window.share")
                    .outside(TOOLKIT, BEANS)
                    .because("handbook and comparison work without any call"),
            room("window.ladder")
                    .uses("sip language handbook call ladder words session window.text window.kit window.share")
                    .outside(TOOLKIT, BEANS, FILES)
                    .because("a ladder is drawn without the list that it was opened from"),
            room("window.message")
                    .uses("sip language capture.wire handbook call network words page answers session window.text"
                            + " window.kit")
                    .outside(TOOLKIT, BEANS)
                    .because("a message is read without the ladder that it was opened from"),
            room("window.calls")
                    .uses("language sound capture.wire handbook call flow diagnosis diagnosis.finding"
                            + " diagnosis.incident export reading hearing"
                            + " statistics words page answers session window.text window.kit window.share"
                            + " window.ladder window.message")
                    .outside(TOOLKIT, BEANS, FILES)
                    .because("the section of calls knows nothing of the handbook's views"),
            room("window")
                    .uses("language scratch trace settings diagnosis answers session window.text window.kit "
                            + "window.share window.pages window.calls")
                    .outside(TOOLKIT, BEANS, FILES, TERMINAL)
                    .because("sections are put beside each other here, by constructors"),
            room("").uses("language trace answers command window")
                    .outside(FILES, TERMINAL)
                    .because("main only decides between window and command line"));

    private House() {}
}
