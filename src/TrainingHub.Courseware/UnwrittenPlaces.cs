namespace TrainingHub.Courseware;

/// <summary>Places that a new course's files mark as still to be written. A course that has one is not put before learners.</summary>
public static class UnwrittenPlaces
{
    /// <summary>Stands before what an author has to replace.</summary>
    public const string Mark = "〔待写〕";

    internal static void Check(IEnumerable<SourceFile> files, ProblemLog log)
    {
        foreach (var file in files)
        {
            foreach (var (index, line) in file.Text.Split('\n').Index())
            {
                if (line.Contains(Mark, StringComparison.Ordinal))
                {
                    log.Error(
                        file.At(index + 1),
                        "place-unwritten",
                        ("这里还是新建课程时的提示，没有写成正文。", "This is still the hint that the new course came with."),
                        ($"写上自己的内容，并删去“{Mark}”。", $"Write your own text and delete '{Mark}'."));
                }
            }
        }
    }
}
