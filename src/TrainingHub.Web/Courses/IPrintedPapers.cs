using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>Who holds a paper that is still to be sat, or handed in: told by the sessions for which papers are drawn.</summary>
public interface IPrintedPapers
{
    /// <summary>All of them, to be narrowed by the caller.</summary>
    IQueryable<PrintedPaper> In(Db db);
}
