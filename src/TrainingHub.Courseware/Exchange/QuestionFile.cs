using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Writes questions as a file of any format but tables, which go through <see cref="TableWriter"/>.</summary>
public static class QuestionFile
{
    // What goes out says everything itself.
    private static readonly ImportDefaults Complete = new(new Basis.OfDocument("-", null, "-"), IsBasisChecked: true, QuestionUse.Both, null);

    /// <summary>How the file's name ends, with its dot. Our own Markdown with pictures is a zip, and so is QTI but for one question without a picture, which is an item alone.</summary>
    public static string EndingOf(ExchangeFormat format, IReadOnlyList<ForeignQuestion> questions) => format switch
    {
        ExchangeFormat.MoodleXml => ".xml",
        ExchangeFormat.Qti or ExchangeFormat.Qti22 => IsItem(questions) ? ".xml" : ".zip",
        ExchangeFormat.Markdown => questions.Any(question => question.AllPictures.Any()) ? ".zip" : ".md",
        ExchangeFormat.Gift => ".gift.txt",
        ExchangeFormat.Aiken => ".aiken.txt",
        _ => throw new UnreachableException(),
    };

    /// <param name="stream">Takes the file; what is written to it is never read again.</param>
    /// <param name="format">No table.</param>
    /// <param name="questions">Such as the format carries (<see cref="ExchangeRule"/>). The same questions give the same bytes.</param>
    /// <param name="bytesOf">Bytes of a picture by its name (<see cref="QuestionPicture.File"/>); null: there is none.</param>
    /// <param name="cancel">Stops between two questions.</param>
    public static async Task WriteAsync(Stream stream, ExchangeFormat format, IReadOnlyList<ForeignQuestion> questions, Func<string, CancellationToken, Task<byte[]?>> bytesOf, CancellationToken cancel)
    {
        switch (format)
        {
            case ExchangeFormat.MoodleXml:
                await MoodleXmlWriter.WriteAsync(stream, questions, bytesOf, cancel);
                break;
            case ExchangeFormat.Qti or ExchangeFormat.Qti22 when IsItem(questions):
                await stream.WriteAsync(Encoding.UTF8.GetBytes(QtiWriter.Write(format, questions[0])), cancel);
                break;
            case ExchangeFormat.Qti or ExchangeFormat.Qti22:
                await QtiPackage.WriteAsync(stream, format, questions, bytesOf, cancel);
                break;
            case ExchangeFormat.Markdown when questions.Any(question => question.AllPictures.Any()):
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    ZipParts.Add(zip, "questions.md", Encoding.UTF8.GetBytes(MarkdownQuestions.Write(questions, Complete)));
                    await ZipParts.AddPicturesAsync(zip, questions, bytesOf, cancel);
                }

                break;
            default:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(TextOf(format, questions)), cancel);
                break;
        }
    }

    private static bool IsItem(IReadOnlyList<ForeignQuestion> questions) => questions is [var only] && !only.AllPictures.Any();

    private static string TextOf(ExchangeFormat format, IReadOnlyList<ForeignQuestion> questions) => format switch
    {
        ExchangeFormat.Gift => GiftWriter.Write(questions),
        ExchangeFormat.Aiken => AikenWriter.Write(questions),
        ExchangeFormat.Markdown => MarkdownQuestions.Write(questions, Complete),
        _ => throw new UnreachableException(),
    };
}
