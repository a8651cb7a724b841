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
public sealed class QuestionExportsController(ExportedQuestionsQuery questions, DayClock clock, IStringLocalizer<QuestionImportsText> text) : Controller
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
        return View(new ExportPage(format, found, found > ExportedQuestionsQuery.Most ? [] : LeftOutOf(format, await questions.ReadAsync(filter, cancel))));
    }

    [HttpGet("file")]
    public async Task<IActionResult> Download(QuestionsFilter filter, ExchangeFormat format, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(format) || await questions.CountAsync(filter, cancel) > ExportedQuestionsQuery.Most)
        {
            return NotFound();
        }

        List<ForeignQuestion> carried = [.. (await questions.ReadAsync(filter, cancel)).Where(question => ExchangeRule.WhyNot(format, question) is null)];
        var name = text["Export_File", clock.Today.Iso()].Value;
        Response.Headers.CacheControl = "no-store";
        return format switch
        {
            ExchangeFormat.Csv => await CsvAsync(name + ".csv", carried, cancel),
            ExchangeFormat.Workbook => await WorkbookAsync(name + ".xlsx", carried, cancel),
            ExchangeFormat.MoodleXml => Text(format, carried, "application/xml", name + ".xml"),
            ExchangeFormat.Markdown => Text(format, carried, "text/markdown; charset=utf-8", name + ".md"),
            ExchangeFormat.Qti => File(QtiPackage.Write(carried), "application/zip", name + ".zip"),
            _ => Text(format, carried, "text/plain; charset=utf-8", $"{name}.{format.ToString().ToLowerInvariant()}.txt"),
        };
    }

    private FileContentResult Text(ExchangeFormat format, List<ForeignQuestion> carried, string type, string name) =>
        File(Encoding.UTF8.GetBytes(QuestionFile.Write(format, carried)), type, name);

    private async Task<EmptyResult> CsvAsync(string name, List<ForeignQuestion> carried, CancellationToken cancel)
    {
        this.StartCsv(name);
        await CsvTableWriter.WriteAsync(Response.Body, TableWriter.Header(TableWriter.OptionColumns(carried)), Rows(carried), cancel);
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

    private static List<LeftOut> LeftOutOf(ExchangeFormat format, IReadOnlyList<ForeignQuestion> found) =>
    [
        .. from question in found
           let why = ExchangeRule.WhyNot(format, question)
           where why is not null
           select new LeftOut(question.Id, BankContent.TitleOf(new QuestionPrompt("", QuestionKind.Single, question.Stem, [])), question.Kind ?? QuestionKind.Single, why.Value),
    ];
}
