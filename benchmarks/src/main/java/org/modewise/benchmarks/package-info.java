/** JMH benchmarks, with peers in the same run: {@link org.modewise.benchmarks.Compare} measures and tabulates. */
package org.modewise.benchmarks;
