using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Records;
using TrainingHub.Time;

namespace TrainingHub.Assessments;

/// <summary>操作考核: entered by who keeps sessions for the people of a unit.</summary>
[Route("assessments"), Require(Capability.ManageSessions)]
public sealed class AssessmentsController(
    AssessmentsQuery assessments, EnterAssessments enter, WithdrawAssessment withdraw, KeepProof proofs, CurrentPerson current, DayClock clock, IStringLocalizer<AssessmentsText> text) : Controller
{
    private const int MostUpload = KeepProof.MostBytes + 1024 * 1024;

    [HttpGet]
    public async Task<IActionResult> Index(AssessmentsFilter filter, CancellationToken cancel)
    {
        // A filter that makes no sense is none; the errors on this page are those of its forms.
        ModelState.Clear();
        return View(await assessments.RunAsync(filter, cancel));
    }

    [HttpGet("/assessments.csv")]
    public async Task<IActionResult> Export(AssessmentsFilter filter, CancellationToken cancel)
    {
        string[] header = [text["Day"], text["Person"], text["Unit"], text["Programme"], text["What"], text["Passed"], text["Result"], text["Assessor"], text["RecordedAt"], text["Withdrawn"]];
        this.StartCsv(text["File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, assessments.AllAsync(filter).Select(Line), cancel);
        return new EmptyResult();
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string? q, CancellationToken cancel) =>
        await FormAsync(new AssessmentInput { Q = q, Day = clock.Today, Assessor = (await current.CardAsync()).Name }, cancel);

    [HttpPost, RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Create(AssessmentInput input, IFormFile? proof, CancellationToken cancel)
    {
        var read = proof is null ? null : KeepProof.Read(proof.FileName, await proof.BytesAsync(cancel));
        if (read is null)
        {
            ModelState.AddModelError(nameof(proof), text[proof is null ? "Required_Proof" : "Bad_Proof"]);
        }

        if (!input.Lines.Any(line => line.Passed is not null))
        {
            ModelState.AddModelError("Lines", text["Required_Lines"]);
        }

        if (!ModelState.IsValid || read is null)
        {
            return await AgainAsync(input, cancel);
        }

        switch (await enter.RunAsync(input, read, cancel))
        {
            case EnterOutcome.Entered:
                return RedirectToAction(nameof(Index));
            case EnterOutcome.BadChoice:
                ModelState.AddModelError("", text["Bad_Choice"]);
                return await AgainAsync(input, cancel);
            case EnterOutcome.BadDay:
                ModelState.AddModelError(nameof(input.Day), text["Bad_Day"]);
                return await AgainAsync(input, cancel);
            case EnterOutcome.Late:
                ModelState.AddModelError(nameof(input.Day), text["Late"]);
                return await AgainAsync(input, cancel);
            default:
                throw new UnreachableException();
        }
    }

    [HttpGet("{id:guid}/proof")]
    public async Task<IActionResult> Proof(Guid id, CancellationToken cancel)
    {
        if (await assessments.FindAsync(id, cancel) is not { } found || await proofs.FindAsync(found.ProofHash, cancel) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(bytes, found.ProofType, found.ProofName);
    }

    [HttpPost("{id:guid}/withdrawal")]
    public async Task<IActionResult> Withdraw(Guid id, WithdrawalInput input, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            return await withdraw.RunAsync(id, input.Reason, cancel) ? RedirectToAction(nameof(Index)) : NotFound();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Index), await assessments.RunAsync(new AssessmentsFilter(), cancel));
    }

    private IReadOnlyList<Cell> Line(AssessmentRow row) =>
    [
        Cell.Of(row.Day), Cell.Of(row.PersonName ?? text["Anonymized"]), Cell.Of(row.UnitName), Cell.Of(RecordWords.Named(row.Programme, row.ProgrammeEn)), Cell.Of(row.Title),
        Cell.Of(text[row.IsPassed ? "Passed_Yes" : "Passed_No"]), Cell.Of(row.Result), Cell.Of(row.Assessor), Cell.Of($"{clock.InZone(row.RecordedAt):yyyy-MM-dd HH:mm:ss}"), Cell.Of(row.WithdrawnBecause),
    ];

    private async Task<IActionResult> AgainAsync(AssessmentInput input, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await FormAsync(input, cancel);
    }

    private async Task<ViewResult> FormAsync(AssessmentInput input, CancellationToken cancel) =>
        View("AssessmentsNew", new AssessmentForm(input, await assessments.PartsAsync(cancel), await assessments.CandidatesAsync(input.Q, cancel)));
}
