@echo off
rem Starts Ringback with the Java that lies beside it. RINGBACK_JAVA_OPTIONS holds further options for that Java.
setlocal
set "image=%~dp0.."

rem Meant for other Java programs; here it would only make the cache unusable.
set CLASSPATH=
set JDK_JAVA_OPTIONS=

rem Classes already loaded and linked, for a fast start. A missing or stale cache costs time only, and no log line.
set cache=
if exist "%image%\lib\ringback.aot" set cache="-XX:AOTCache=%image%\lib\ringback.aot"

rem Small and quick rather than fast at length: one collector thread, a heap that starts small, and only the quick compiler,
rem which saves four tenths of the processor time of a start.
"%image%\bin\java" %cache% -Xlog:disable -XX:+UseSerialGC -Xms64m -XX:TieredStopAtLevel=1 ^
    --enable-native-access=javafx.graphics %RINGBACK_JAVA_OPTIONS% --module org.ringback/org.ringback.Ringback %*
