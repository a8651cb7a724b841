namespace TrainingHub.Coverage;

/// <summary>
/// How many organizations one transaction may recount, so that it holds SQLite's writer for no more than 50 ms: others answer quizzes
/// meanwhile. Begins with one, doubles while there is room for the double, halves when a step came near the limit.
/// </summary>
internal sealed class RecountPace
{
    private const int Most = 32;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(15), Long = TimeSpan.FromMilliseconds(30);

    public int Organizations { get; private set; } = 1;

    public void Took(TimeSpan step) => Organizations =
        step < Short ? Math.Min(Organizations * 2, Most)
        : step > Long ? Math.Max(Organizations / 2, 1)
        : Organizations;
}
