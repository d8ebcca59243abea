// Newcomers, each with nothing but the README and what the program says. Where something goes wrong, they do what the message says.

import { commandIn, Walk } from "../support/walk.js";

/** By who walks: what they type and what they see. */
export const WALKS: Readonly<Record<string, (program: string) => void>> = {
  "an analyst who reads only Spanish": analyst,
  "who runs it every night": operator,
  "a compliance officer": officer,
  "who takes in replies and answers them": keeper,
};

/** From an Excel file to a clean list, through the first error of each kind. */
function analyst(program: string): void {
  const walk = new Walk("es", program);
  walk.take("clientes.csv", "clientes.xlsx", "bajas.csv", "no-llamar.txt");
  walk.type("svscrub -h", 0, "Uso: svscrub", "Ejemplos:", "svscrub --help muestra");
  const demo = walk.type("svscrub demo", 0, "escriba:");
  for (const command of demo.matchAll(/^ {2}(svscrub .*)$/gm))
    walk.type(`cd svscrub-demo && ${command[1]!}`, command[1]!.includes(" check ") ? 1 : 0);
  walk.type("svscrub demo", 5, "ya existe", "svscrub demo CARPETA");
  walk.type("svscrub ayuda", 0, "Comandos:");
  walk.type("svscrub help columns", 0, "Columnas de teléfonos");
  const inspected = walk.type("svscrub inspect clientes.xlsx", 0, "teléfono: por su nombre", "para depurarla:");
  walk.type("svscrub clientes.xlsx -o depurada.csv", 2, "falta la lista de bajas", "-s ARCHIVO");
  walk.type(commandIn(inspected), 0, "vigente hasta el");
  walk.type("svscrub clientes.xlsx -s baja.csv -o depurada.csv", 4, '¿quiso decir "bajas.csv"?');
  walk.type("svscrub -s bajas.csv clientes.xlsx -o depurada.csv", 2, "Ponga la base primero");
  walk.type("svscrub clientes.xlsx -s bajas.csv -c telefno -o depurada.csv", 2, '¿quiso decir "teléfono"?');
  walk.type("svscrub clientes.xlsx -s bajas.csv --canal sms -o depurada.csv", 2, "svscrub --help muestra");
  walk.type("svscrub clientes.xlsx -s bajas.csv --channel llamada -o por-llamar.csv", 0, "solo por llamada");
  const clean = "svscrub clientes.xlsx -s bajas.csv no-llamar.txt -o depurada.csv --removed quitados.csv";
  walk.type(
    `${clean} --report reporte.html`,
    0,
    "limpios        814",
    "se escribió depurada.csv (814 filas)",
    "reporte.html",
  );
  walk.type(clean, 5, "ya existe", "--force");
  walk.type(`${clean} --force`, 0, "se escribió depurada.csv");

  // A report with titles above its header.
  walk.dir.write("reporte.csv", "Clientes\nFecha: 24/11/2026\nnombre;telefono\nAna;7969-9438\nLuis;7839-9376\n");
  walk.type("svscrub reporte.csv -s bajas.csv -o r.csv", 0, "títulos en las líneas 1 y 2", "limpios  1");

  // A remark that says no is obeyed, and said.
  walk.dir.write("notas.csv", "telefono,OBSERVACIÓN\n7969-9438,\n7013-4567,NO LLAMAR\n");
  walk.type(
    "svscrub notas.csv -s bajas.csv -o n.csv",
    0,
    '1 fila queda de baja porque "OBSERVACIÓN" dice que no se contacte',
    "de baja  1",
  );

  walk.type("svscrub bajas.csv -s no-llamar.txt -o x.csv", 0, "parece una lista de bajas");
  walk.type("svscrub check 7839-9376 -s bajas.csv", 1, "NO se puede contactar: pidió la baja", "bajas.csv, fila 28");
  walk.type("svscrub check 7969-9438 -s bajas.csv", 0, "se puede contactar");
}

/** Cron, pipes and exit codes. */
function operator(program: string): void {
  const walk = new Walk("en", program);
  walk.take("clientes.csv", "bajas.csv", "no-llamar.txt");
  walk.type("svscrub --version", 0, /^\d+\.\d+\.\d+$/m);
  walk.type("svscrub help exit-codes", 0, "a suppression list can't be trusted");
  const nightly = "svscrub clientes.csv -s dnc=bajas.csv sms=no-llamar.txt -o clean.csv --log runs.jsonl";
  walk.type(`${nightly} --max-removed 20 -q`, 2, "takes a value such as 20%, 20pct");
  walk.type(`${nightly} --max-removed 5pct -q`, 6, "more than the 5% of --max-removed");
  walk.type("test -e clean.csv", 1);
  walk.type(`${nightly} --max-removed 20pct --max-age dnc=24h -q`, 0, "(13, 41)");
  walk.type(`${nightly} --max-removed 20pct -q`, 5, "exists already");
  walk.type("touch -d '3 days ago' bajas.csv", 0);
  walk.type(`${nightly} --max-age dnc=24h --force -q`, 4, "bajas.csv: is 3 days old; at most 24 hours is allowed");
  walk.type("svscrub verify --log runs.jsonl", 0, /the chain is complete: \d runs, \d failed/);
  walk.type("cat /dev/null | svscrub - -s bajas.csv -o out.csv", 3, "is empty");
  walk.type("false | svscrub - -s bajas.csv -o out.csv", 3, "The program that writes it probably failed");
  walk.type("svscrub clientes.csv -s bajas.csv -q 2>/dev/null | head -n 1", 0, "teléfono");
  walk.type("svscrub clientes.csv -s bajas.csv -o j.csv --json | head -n 1", 0, "{");
  walk.type("svscrub clientes.csv -s nada.csv -o k.csv --json", 4, '"exit_code":4');
  walk.dir.write("options.args", "--removed\ngone.csv\n# what nobody needs\n--force\n");
  walk.type("svscrub clientes.csv -s bajas.csv -o l.csv @options.args", 0, "wrote l.csv (833 records), gone.csv");
  walk.type("svscrub completion bash | bash -n", 0);
}

/** Evidence: a run proved again, a contact that should not have been, what the report says. */
function officer(program: string): void {
  const walk = new Walk("es", program);
  walk.take("clientes.csv", "bajas.csv", "no-llamar.txt");
  walk.type("svscrub help report", 0, "clean_until", "Cuánto tiempo guardar qué");
  const typed = "svscrub clientes.csv -s bajas.csv no-llamar.txt -o depurada.csv --removed quitados.csv";
  walk.type(`${typed} --report reporte.html --label campaña=verano --log corridas.jsonl -q`, 0);
  walk.type("svscrub verify depurada.csv", 1, "Indique el reporte .json de una depuración");
  walk.type("svscrub verify", 2, "falta el reporte");
  walk.type(
    "svscrub verify reporte.audit.json --log corridas.jsonl",
    0,
    "verificado",
    "el reporte es el de la línea 1 de la bitácora",
  );
  walk.type("svscrub verify reporte.audit.json --fresh", 0, "vigente hasta el");
  walk.type("svscrub registry add 7012-3456 --registry registro.csv -q", 0);
  walk.type("sed -n 2p depurada.csv | grep -o '+503[0-9]*' > baja-de-hoy.txt", 0);
  walk.type(
    "svscrub verify reporte.audit.json --fresh -s baja-de-hoy.txt --removed retirar.csv -q",
    1,
    "pidió la baja después",
  );
  walk.type("grep -c svscrub_reason retirar.csv", 0, "1");
  walk.type("echo '1001,Ana,(503) 7064 2101,,,,' >> depurada.csv", 0);
  walk.type("svscrub verify reporte.audit.json -q", 1, "DIFIERE", "NO verificado");

  walk.dir.write(
    "llamadas.csv",
    "telefono,fecha,hora,canal\n7839-9376,2026-03-02,10:00,llamada\n7012-3456,2020-03-01,19:30,llamada\n",
  );
  walk.type("svscrub audit llamadas.csv", 2, "falta la lista de bajas");
  const audit = 'svscrub audit llamadas.csv -s bajas.csv --hours "lun-vie 08:00-18:00" --holidays sv';
  walk.type(
    audit,
    1,
    "Se hizo 1 contacto después de una baja, a 1 persona.",
    "Se hizo 1 contacto fuera del horario de contacto.",
  );
  walk.type(`${audit} -o indebidos.csv --report auditoria.html --report auditoria.json -q`, 1);
  walk.type("svscrub verify auditoria.json", 0, "verificado: ");
  walk.type("svscrub help contacts", 0, "Asuetos de El Salvador");
}

/** Replies into the registry, unclear ones to a person, and out again to share. */
function keeper(program: string): void {
  const walk = new Walk("es", program);
  walk.take("clientes.csv");
  walk.dir.write(
    "respuestas.csv",
    "from,body,date\n7013-4567,BAJA,2026-11-24 09:00\n7014-5678,gracias,2026-11-24 09:05\n7016-5678,ese asunto del otro dia q paso xq no,2026-11-24 09:10\n",
  );
  walk.type("svscrub registry", 2, "Elija add, import, export, history, status, void, merge o erase");
  walk.type("svscrub registry import respuestas.csv", 2, "Agregue --registry REGISTRO.csv");
  walk.type("svscrub registry import respuestas.csv --registry registro.csv", 2, "Agregue --kind sms, llamada");
  const imported = "svscrub registry import respuestas.csv --registry registro.csv --kind sms";
  walk.type(imported, 6, "una persona debe decidir sobre 1 fila", "--review REVISAR.csv");
  const told = walk.type(
    `${imported} --review revisar.csv --ack confirmar.csv`,
    0,
    "bajas registradas  1",
    "por revisar        1",
  );
  walk.type("grep -c 'Listo: ya no le enviaremos' confirmar.csv", 0, "1");
  walk.type("svscrub clientes.csv -s registro.csv revisar.csv -o depurada.csv -q", 0);
  walk.type("sed -i 's/,review,/,baja,/' revisar.csv", 0);
  walk.type(commandIn(told), 0, "bajas registradas  1");
  walk.dir.write(
    "formulario.csv",
    "Marca temporal,Número de teléfono,¿Qué desea?\n24/11/2026 9:05:33,7017-5678,Darme de baja\n24/11/2026 9:06:33,7018-5678,Otra consulta\n",
  );
  walk.type(
    "svscrub registry import formulario.csv --registry registro.csv --kind formulario",
    0,
    "bajas registradas  1",
    "no pedían nada     1",
  );
  walk.type(
    "svscrub registry import formulario.csv --registry registros.csv --kind formulario",
    /* near */ 2,
    '¿quiso decir "registro.csv"?',
  );
  walk.type("svscrub registry status --registry registro.csv", 0, "números que están de baja");
  walk.type("svscrub registry history 7017-5678 --registry registro.csv", 0, "baja desde");
  walk.type("svscrub registry export --registry registro.csv -o compartir.csv", 0, "números y canales exportados: 3");
  walk.type("svscrub clientes.csv -s compartir.csv -o otra.csv", 0, "según su manifiesto");
  walk.type("svscrub registry add 7012 3456 --registry registro.csv", 2, "entre comillas si tiene espacios");
  walk.type("svscrub registry add '7012 3456' --registry registro.csv", 0, "bajas registradas  1");
}
