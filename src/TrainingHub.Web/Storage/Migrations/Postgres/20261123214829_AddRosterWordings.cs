using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddRosterWordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "SessionFiles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnclearWords",
                table: "RosterImports",
                type: "character varying(200000)",
                maxLength: 200000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MoreProblems",
                table: "RosterImportRows",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Calls",
                table: "KeptProposals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CallsDone",
                table: "KeptProposals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RosterWordings",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Column = table.Column<int>(type: "integer", nullable: false),
                    Folded = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    Word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PositionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Employment = table.Column<int>(type: "integer", nullable: true),
                    IsLeftOut = table.Column<bool>(type: "boolean", nullable: false),
                    SetAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SetBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterWordings", x => new { x.OrganizationId, x.Column, x.Folded });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RosterWordings");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "SessionFiles");

            migrationBuilder.DropColumn(
                name: "UnclearWords",
                table: "RosterImports");

            migrationBuilder.DropColumn(
                name: "MoreProblems",
                table: "RosterImportRows");

            migrationBuilder.DropColumn(
                name: "Calls",
                table: "KeptProposals");

            migrationBuilder.DropColumn(
                name: "CallsDone",
                table: "KeptProposals");
        }
    }
}
