using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddStepsOfUnitListsAndKeptPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AgreedAt",
                table: "UnitListImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ConfirmedBy",
                table: "UnitListImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Done",
                table: "UnitListImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "DoneBefore",
                table: "UnitListImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Faults",
                table: "UnitListImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Late",
                table: "UnitListImports",
                type: "TEXT",
                maxLength: 100000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LeaseOwner",
                table: "UnitListImports",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeasedUntil",
                table: "UnitListImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RefusedLate",
                table: "UnitListImports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "StartedAt",
                table: "UnitListImports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KeptProposals",
                columns: table => new
                {
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ComputedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Steps = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LeaseOwner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Faults = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptProposals", x => new { x.PlanId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_KeptProposals_BatchPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "BatchPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UnitListImports_State",
                table: "UnitListImports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_KeptProposals_ComputedAt",
                table: "KeptProposals",
                column: "ComputedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptProposals");

            migrationBuilder.DropIndex(
                name: "IX_UnitListImports_State",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "AgreedAt",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "Done",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "DoneBefore",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "Faults",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "Late",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "LeaseOwner",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "RefusedLate",
                table: "UnitListImports");

            migrationBuilder.DropColumn(
                name: "StartedAt",
                table: "UnitListImports");
        }
    }
}
