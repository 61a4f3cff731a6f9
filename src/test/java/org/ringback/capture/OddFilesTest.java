package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.NOT_A_CAPTURE;
import static org.ringback.capture.wire.Unusable.Reason.UNREADABLE_FILE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.Pipes;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** What is no file: pipes are read to their end, and the others are refused for what they are. */
class OddFilesTest {

    @TempDir
    private Path folder;

    private static byte[] capture(int messages) {
        var capture = new PcapBuilder(1);
        for (int count = 0; count < messages; count++) {
            capture.add(udpPacket(Sip.options("call" + count)));
        }
        return capture.bytes();
    }

    private Path pipe() throws InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Pipes.make(pipe));
        return pipe;
    }

    private static void feed(Path pipe, byte[] bytes) {
        Thread.ofPlatform().daemon().start(() -> {
            try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aPipeIsReadToItsEnd() throws Exception {
        for (int messages : new int[] {1, 20_000}) {
            Path pipe = pipe();
            feed(pipe, capture(messages));
            Recorder read = Recorder.read(List.of(pipe), Map.of());
            assertThat(read.messages).hasSize(messages);
            assertThat(read.unusable).isEmpty();
            Files.delete(pipe);
        }
    }

    @Test
    void aPipeWithPackedBytesToo() throws Exception {
        Path pipe = pipe();
        Path packed = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(capture(20_000));
        }
        feed(pipe, Files.readAllBytes(packed));
        assertThat(Recorder.read(List.of(pipe), Map.of()).messages).hasSize(20_000);
    }

    @Test
    void aPipeThatNobodyWritesToCanBeLeft() throws Exception {
        Path pipe = pipe();
        var told = new Impatient();
        try (Capture capture = Capture.open(List.of(pipe), Map.of())) {
            capture.read(told);
        }
        assertThat(told.asked).isTrue();
    }

    /** Does not want to wait, and is told nothing that is not so. */
    private static final class Impatient implements Sink {

        private boolean asked;

        @Override
        public void message(Captured message) {
            throw new AssertionError(message);
        }

        @Override
        public void unusable(Unusable part) {
            throw new AssertionError(part);
        }

        @Override
        public boolean canceled() {
            asked = true;
            return true;
        }
    }

    @Test
    void ofAPipeWithoutEndThatHoldsNoMessagesTheBeginIsEnough() throws Exception {
        Path pipe = pipe();
        Thread.ofPlatform().daemon().start(() -> {
            try (OutputStream out = Files.newOutputStream(pipe)) {
                while (true) {
                    out.write(new byte[8192]);
                }
            } catch (IOException e) {
                // The reader has gone.
                assertThat(e).isNotNull();
            }
        });
        assertThat(Recorder.read(List.of(pipe), Map.of()).reasons()).containsExactly(NOT_A_CAPTURE);
    }

    @Test
    void aFolderASocketAndADeviceAreNamed() throws Exception {
        assertThat(refusal(folder)).isEqualTo("directory");
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
        assertThat(refusal(Path.of("/dev/zero"))).isEqualTo("device");
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path path = folder.resolve("socket");
            socket.bind(UnixDomainSocketAddress.of(path));
            assertThat(refusal(path)).isEqualTo("socket");
        }
    }

    private static String refusal(Path path) {
        Recorder read = Recorder.read(List.of(path), Map.of());
        assertThat(read.reasons()).containsExactly(UNREADABLE_FILE);
        return read.unusable.getFirst().detail();
    }

    @Test
    void aFileThatIsMadeWhileItIsReadIsNotEmpty() {
        Path made = Path.of("/proc/self/status");
        assumeTrue(Files.isReadable(made));
        assertThat(Recorder.read(List.of(made), Map.of()).reasons()).containsExactly(NOT_A_CAPTURE);
    }
}
