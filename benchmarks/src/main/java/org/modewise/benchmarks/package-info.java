/** JMH benchmarks, with peers in the same run. */
package org.modewise.benchmarks;
