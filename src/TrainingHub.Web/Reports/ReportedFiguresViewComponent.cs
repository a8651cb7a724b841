using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Reports;

/// <summary>
/// Reported figures of a unit as a section of the page of its computed figure, drawn apart from it. That page, to the left, knows it by the name
/// "ReportedFigures" only and has checked that the reader reaches the unit.
/// </summary>
public sealed class ReportedFiguresViewComponent(ReportedFiguresQuery figures, CurrentPerson current) : ViewComponent
{
    /// <param name="target">Slug of a target of the promise.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="code">The unit's code, for the address of the form.</param>
    /// <param name="isPrint">Whether it stands on a sheet that is printed and signed.</param>
    public async Task<IViewComponentResult> InvokeAsync(string target, Guid unit, string code, bool isPrint) =>
        View("/Reports/ReportedFiguresSection.cshtml", new ReportedFiguresSection(
            target, code, await figures.OfAsync(target, unit, HttpContext.RequestAborted), !isPrint && await current.MayAsync(Capability.ManageTargets), isPrint));
}
