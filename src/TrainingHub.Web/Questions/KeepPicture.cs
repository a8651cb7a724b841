using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Keeps an uploaded picture, once however often it is brought. Only what is shown of a file is kept.</summary>
public sealed class KeepPicture(Db db, Transactions transactions)
{
    /// <summary>The picture, or the name of a text that says why it is not taken.</summary>
    public async Task<(QuestionPicture? Picture, string? Refusal)> RunAsync(byte[] bytes, string alternative, CancellationToken cancel)
    {
        if (bytes.Length > MediaKinds.LargestPicture)
        {
            return (null, "Picture_TooLarge");
        }

        if (MediaCleaner.Clean(bytes) is not { Kind: MediaKind.Jpeg or MediaKind.Png } clean)
        {
            return (null, "Picture_Refused");
        }

        var picture = new QuestionPicture(CourseFileContent.HashOf(clean.Bytes), MediaKinds.ContentType(clean.Kind), clean.Width, clean.Height, alternative);
        await transactions.RunAsync(async cancel =>
        {
            if (!await db.CourseFileContents.AnyAsync(content => content.Hash == picture.File, cancel))
            {
                db.Add(new CourseFileContent { Hash = picture.File, Bytes = clean.Bytes });
                await db.SaveChangesAsync(cancel);
            }

            return true;
        }, cancel);
        return (picture, null);
    }
}
