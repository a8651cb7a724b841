using Microsoft.AspNetCore.Mvc;

namespace TrainingHub.People;

/// <summary>
/// The people of a unit as a section of <c>/organizations/{code}</c>. The page of the unit, to the left, knows it by the name "Roster" only and
/// has checked that the reader reaches the unit; what is listed comes from the address.
/// </summary>
public sealed class RosterViewComponent(RosterQuery roster) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid organizationId, string code) =>
        View("/People/RosterSection.cshtml", await roster.RunAsync(organizationId, code, RosterFilter.Of(Request.Query), HttpContext.RequestAborted));
}
