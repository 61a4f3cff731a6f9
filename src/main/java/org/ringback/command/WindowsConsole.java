package org.ringback.command;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets a console of Windows take UTF-8. By itself it takes the few letters of an old code page, so that most languages, and
 * many signs in all of them, would come out as question marks.
 */
final class WindowsConsole {

    private static final int UTF_8 = 65001;

    private WindowsConsole() {}

    /** The code page of what a console shows, by its number; 0 where there is no console. */
    interface CodePage {

        int get();

        /** Whether the console took it. */
        boolean set(int page);
    }

    /** Asked once, for both streams. */
    private static final class Own {

        private static final boolean TAKES_UTF_8 =
                System.getProperty("os.name").startsWith("Windows") && takesUtf8(KernelCodePage::new);
    }

    /** Never stands between somebody and an answer: a system that cannot be asked counts as one that said no. */
    static boolean takesUtf8(Supplier<CodePage> console) {
        try {
            return takesUtf8(console.get(), end -> Runtime.getRuntime().addShutdownHook(new Thread(end)));
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    /** Whether the console of this program takes UTF-8 now; it gets back what it had when the program ends. */
    static boolean takesUtf8() {
        return Own.TAKES_UTF_8;
    }

    /** @param atEnd runs what puts the console back */
    static boolean takesUtf8(CodePage console, Consumer<Runnable> atEnd) {
        int before = console.get();
        if (before == 0 || before == UTF_8) {
            return before == UTF_8;
        }
        if (!console.set(UTF_8)) {
            return false;
        }
        atEnd.accept(() -> console.set(before));
        return true;
    }

    /** What the system itself says. */
    @SuppressWarnings("restricted") // two functions of numbers, which the launchers for Windows allow
    private static final class KernelCodePage implements CodePage {

        private static final SymbolLookup KERNEL = SymbolLookup.libraryLookup("kernel32", Arena.global());

        private final MethodHandle get = function("GetConsoleOutputCP", FunctionDescriptor.of(ValueLayout.JAVA_INT));
        private final MethodHandle set =
                function("SetConsoleOutputCP", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

        private static MethodHandle function(String name, FunctionDescriptor form) {
            return Linker.nativeLinker().downcallHandle(KERNEL.findOrThrow(name), form);
        }

        @Override
        public int get() {
            try {
                return (int) get.invokeExact();
            } catch (Throwable e) {
                throw new IllegalStateException("the system did not say its code page", e);
            }
        }

        @Override
        public boolean set(int page) {
            try {
                return (int) set.invokeExact(page) != 0;
            } catch (Throwable e) {
                throw new IllegalStateException("the system did not take a code page", e);
            }
        }
    }
}
