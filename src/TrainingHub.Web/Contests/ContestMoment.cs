using System.Runtime.InteropServices;

namespace TrainingHub.Contests;

/// <summary>An instant, told twice.</summary>
/// <param name="At">By the server's clock, UTC, in whole microseconds: somebody may set that clock forward or back.</param>
/// <param name="Up">By a source that nobody sets, from wherever it began.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContestMoment(DateTime At, TimeSpan Up);
