/** Trainings of networks, in portions. */
package org.modewise.explorer.training;
