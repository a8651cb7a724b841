using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People.Imports;

namespace TrainingHub.People.Transfers;

/// <summary>Asks, from a refused row, for a person who is registered elsewhere.</summary>
[Route("people/imports/{number}/rows/{sequence:int}/transfer"), Require(Capability.ManagePeople)]
public sealed class ImportTransfersController(ImportsQuery imports, RequestTransfer request) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create(string number, int sequence, TransferKind kind, CancellationToken cancel) =>
        !Enum.IsDefined(kind) ? UnprocessableEntity()
        : await imports.FindAsync(number, cancel) is not { } import ? NotFound()
        : await request.RunAsync(import, sequence, kind, User.PersonId, cancel) is null ? Conflict()
        : Redirect($"/people/imports/{number}?tab=Refused");
}
