using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Bytes of a question's picture. Whether the person may see the question is for the caller to ask.</summary>
public sealed class QuestionPictureQuery(Db db)
{
    /// <summary>Null when there is no such file.</summary>
    public Task<byte[]?> RunAsync(string file, CancellationToken cancel) =>
        db.CourseFileContents.AsNoTracking().Where(content => content.Hash == file).Select(content => (byte[]?)content.Bytes).SingleOrDefaultAsync(cancel);
}
