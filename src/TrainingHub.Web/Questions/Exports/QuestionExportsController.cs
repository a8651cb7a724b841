using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Questions.Imports;
using TrainingHub.Time;

namespace TrainingHub.Questions.Exports;

/// <summary>Takes out of the banks what the list of questions shows: what the chosen format cannot carry is listed before the download.</summary>
[Route("questions/exports"), Require(Capability.ManageCourses)]
public sealed class QuestionExportsController(ExportedQuestionsQuery questions, QuestionPictureQuery pictures, DayClock clock, IStringLocalizer<QuestionImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(QuestionsFilter filter, ExchangeFormat format, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(format))
        {
            ModelState.Clear();
            ModelState.AddModelError("", text["Filter_Unknown"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(new ExportPage(ExchangeFormat.Workbook, 0, []));
        }

        var found = await questions.CountAsync(filter, cancel);
        return View(new ExportPage(format, found, found > ExportedQuestionsQuery.Most ? [] : await LeftOutAsync(format, await questions.ReadAsync(filter, cancel), cancel), filter.Page));
    }

    [HttpGet("file")]
    public async Task<IActionResult> Download(QuestionsFilter filter, ExchangeFormat format, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(format) || await questions.CountAsync(filter, cancel) > ExportedQuestionsQuery.Most)
        {
            return NotFound();
        }

        var found = await questions.ReadAsync(filter, cancel);
        var lost = await questions.LostPicturesAsync(found, cancel);
        List<ForeignQuestion> carried = [.. found.Where(question => WhyNot(format, question, lost) is null)];
        var name = text["Export_File", clock.Today.Iso()].Value;
        Response.Headers.CacheControl = "no-store";
        return format switch
        {
            ExchangeFormat.Csv => await CsvAsync(name + ".csv", Encoding.UTF8, carried, cancel),
            ExchangeFormat.CsvGb18030 => await CsvAsync(name + ".csv", GbText.Strict, carried, cancel),
            ExchangeFormat.Workbook => await WorkbookAsync(name + ".xlsx", carried, cancel),
            _ => await FileAsync(format, carried, name, cancel),
        };
    }

    // Written to a file of its own, one picture in memory at a time, which goes when it has been sent.
    private async Task<FileStreamResult> FileAsync(ExchangeFormat format, List<ForeignQuestion> carried, string name, CancellationToken cancel)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await QuestionFile.WriteAsync(file, format, carried, pictures.RunAsync, cancel);
            file.Position = 0;
            var ending = QuestionFile.EndingOf(format, carried);
            return File(file, TypeOf(ending), name + ending);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static string TypeOf(string ending) => ending switch
    {
        ".zip" => "application/zip",
        ".xml" => "application/xml",
        ".md" => "text/markdown; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };

    private async Task<EmptyResult> CsvAsync(string name, Encoding encoding, List<ForeignQuestion> carried, CancellationToken cancel)
    {
        this.StartFile(name, $"text/csv; charset={encoding.WebName}");
        await CsvTableWriter.WriteAsync(Response.Body, encoding, TableWriter.Header(TableWriter.OptionColumns(carried)), Rows(carried).ToAsyncEnumerable(), cancel);
        return new EmptyResult();
    }

    private async Task<EmptyResult> WorkbookAsync(string name, List<ForeignQuestion> carried, CancellationToken cancel)
    {
        Response.Headers.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Response.Headers.ContentDisposition = AttachmentNames.Of(name);
        await WorkbookWriter.WriteAsync(
            Response.Body, text["Template_Sheet"], [.. TableWriter.Header(TableWriter.OptionColumns(carried)).Select(column => new WorkbookColumn(column, 16))], Rows(carried), cancel);
        return new EmptyResult();
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(List<ForeignQuestion> carried)
    {
        var options = TableWriter.OptionColumns(carried);
        return carried.Select(IReadOnlyList<Cell> (question) => [.. TableWriter.Row(question, options).Select(Cell.Of)]);
    }

    private async Task<List<LeftOut>> LeftOutAsync(ExchangeFormat format, IReadOnlyList<ForeignQuestion> found, CancellationToken cancel)
    {
        var lost = await questions.LostPicturesAsync(found, cancel);
        return
        [
            .. from question in found
               let why = WhyNot(format, question, lost)
               where why is not null
               select new LeftOut(question.Id, BankContent.TitleOf(new QuestionPrompt("", QuestionKind.Single, question.Stem, [])), question.Kind ?? QuestionKind.Single, why.Value),
        ];
    }

    private static CarryFault? WhyNot(ExchangeFormat format, ForeignQuestion question, IReadOnlySet<string> lost) =>
        ExchangeRule.WhyNot(format, question) ?? (question.AllPictures.Any(picture => lost.Contains(picture.File)) ? CarryFault.PictureLost : null);
}
