# Sourced by the commands beside it: builds what they run on, if it is missing or older than a source.
# Sets $root, the project's folder, and $lib, the jars.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
lib=$root/examples/target/lib
java_bin=${JAVA_HOME:+$JAVA_HOME/bin/}

sources=("$root"/{bom,core,fft,fft-jtransforms,simd,pde,siren,examples,.}/pom.xml)
sources+=("$root"/{core,fft,fft-jtransforms,simd,pde,siren,examples}/src/main)

if [ ! -f "$lib/.built" ] || [ -n "$(find "${sources[@]}" -newer "$lib/.built" -print -quit)" ]; then
  echo "building Modewise ..." >&2
  rm -rf "$lib"
  mvn -q -B -f "$root/pom.xml" -pl examples -am package -DskipTests \
    -Dmaven.javadoc.skip -Dmaven.source.skip -Dspotless.check.skip >&2 || exit 1
  touch "$lib/.built"
fi
